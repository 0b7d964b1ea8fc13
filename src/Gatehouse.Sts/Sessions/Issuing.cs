using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Contracts.Sts.Shapes;

namespace Gatehouse.Sts.Sessions;

/// <summary>Turns a session into credentials.</summary>
internal static class Issuing
{
    private const int SessionIdSize = 16;

    /// <summary>A session's own id, as the audit trail shows it: 32 hexadecimal digits.</summary>
    internal static string NewSessionId(IdSource ids)
    {
        Span<byte> bytes = stackalloc byte[SessionIdSize];
        ids.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Draws an access key and seals the session into a token that opens only beside it [AU-331, AU-334].</summary>
    /// <param name="call">The request.</param>
    /// <param name="contents">The session.</param>
    /// <param name="percent">How much of its space its policies and tags take.</param>
    /// <exception cref="PackedPolicyTooLargeException">The token would be longer than clients can send.</exception>
    internal static Credentials Issue(this Call call, SessionContents contents, int percent)
    {
        var installation = call.Installation;
        var keyId = installation.Ids.NewAccessKeyId("ASIA", contents.Account);
        var key = installation.Ids.NewSecretKey();
        using var secret = Secret.FromText(key);
        return installation.Sessions.TryIssue(contents, keyId, secret, out var token)
            ? new() { AccessKeyId = keyId, SecretAccessKey = key, SessionToken = token, Expiration = contents.Expires }
            : throw SessionPolicies.TooLarge(Math.Max(percent, 101));
    }
}
