using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Contracts.SsoOidc;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Tokens;

/// <summary>Registers a program. Nobody signs it, and nothing is written: what was said comes back sealed, as the client id [AU-850].</summary>
internal sealed class RegisterClient : IReach<RegisterClientRequest, RegisterClientResponse>
{
    private const int MostName = 256;
    private const int MostEach = 10;
    private static readonly string[] Known = [PortalGrant.AccountAccess, "openid"];

    // AWS: the trail tells of it as a write.
    public static bool Changes => true;

    public static bool NeedsPermission => false;

    public static Arn Target(RegisterClientRequest request, Call call) =>
        StartAddress.Find(call.Installation, request.IssuerUrl) is var (account, store) ? new($"arn:aws:identitystore::{account}:identitystore/{store}") : Arn.Any;

    public static ApiException Refuse(ApiException refusal) => OidcRefusals.Translate(refusal);

    public static ValueTask<RegisterClientResponse> HandleAsync(RegisterClientRequest request, Reach reach, CancellationToken cancel)
    {
        var call = reach.Call;
        var client = Read(request, call);
        if (!client.TrySeal(call.Installation.Sessions.Messages, out var id))
        {
            throw OidcRefusals.Metadata("The client has more scopes and redirect URIs than a client id can carry.");
        }

        return ValueTask.FromResult(new RegisterClientResponse
        {
            ClientId = id,
            ClientSecret = RegisteredClient.SecretOf(call.Installation.Sessions.Messages, id),
            ClientIdIssuedAt = client.Issued.ToUnixTimeSeconds(),
            ClientSecretExpiresAt = client.Expires.ToUnixTimeSeconds(),
            AuthorizationEndpoint = call.Installation.Address.Url + "/authorize",
            TokenEndpoint = call.Installation.Address.Url + "/token",
        });
    }

    private static RegisteredClient Read(RegisterClientRequest request, Call call)
    {
        if (request.ClientType != "public")
        {
            throw OidcRefusals.Metadata("The client type must be public.");
        }

        if (request.ClientName.Length is 0 or > MostName || request.ClientName.Any(char.IsControl))
        {
            throw OidcRefusals.Metadata($"The client name must have 1 to {MostName} characters.");
        }

        if (request.EntitledApplicationArn is not null)
        {
            throw OidcRefusals.Invalid("Clients of applications are not offered here.");
        }

        var (scopes, uris, grants) = (List(request.Scopes), List(request.RedirectUris), List(request.GrantTypes));
        if (grants.FirstOrDefault(static grant => !GrantTypes.IsKnown(grant)) is not null)
        {
            throw OidcRefusals.GrantType();
        }

        if (scopes.FirstOrDefault(static scope => !Known.Contains(scope)) is not null)
        {
            throw OidcRefusals.Scope();
        }

        if (uris.FirstOrDefault(static uri => !RedirectUris.IsGood(uri)) is { } bad)
        {
            throw OidcRefusals.Redirect($"The redirect URI {Echo.Of(bad)} is neither https nor http://127.0.0.1 or http://[::1], or has a fragment.");
        }

        if (grants.Contains(GrantTypes.Code) != !uris.IsEmpty)
        {
            throw OidcRefusals.Redirect("The grant type authorization_code and redirectUris go together.");
        }

        string? store = null;
        if (request.IssuerUrl is not null)
        {
            store = StartAddress.Find(call.Installation, request.IssuerUrl)?.StoreId ?? throw OidcRefusals.Invalid("The issuer URL is not the start URL of an instance.");
        }

        return new() { Name = request.ClientName, Issued = call.Now, Scopes = scopes, RedirectUris = uris, GrantTypes = grants.IsEmpty ? [GrantTypes.Device, GrantTypes.Refresh] : grants, StoreId = store };
    }

    private static ImmutableArray<string> List(IReadOnlyList<string>? given) => given is null or { Count: <= MostEach }
        ? [.. (given ?? []).Distinct()]
        : throw OidcRefusals.Metadata($"There are more than {MostEach} scopes, redirect URIs or grant types.");
}
