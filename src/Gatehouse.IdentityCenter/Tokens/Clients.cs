using Gatehouse.Accounts;
using Gatehouse.Accounts.IdentityCenter;

namespace Gatehouse.IdentityCenter.Tokens;

/// <summary>Which program asks.</summary>
internal static class Clients
{
    /// <summary>The program of a client id and its secret.</summary>
    /// <exception cref="Contracts.SsoOidc.InvalidClientException">It is not registered, no longer, or the secret is not its own.</exception>
    internal static RegisteredClient Require(Call call, string clientId, string clientSecret)
    {
        var messages = call.Installation.Sessions.Messages;
        return RegisteredClient.TryRead(messages, clientId, call.Now, out var client) && RegisteredClient.IsSecretOf(messages, clientId, clientSecret)
            ? client
            : throw OidcRefusals.Client();
    }
}
