using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Contracts.Sts.Shapes;

namespace Gatehouse.Sts.Sessions;

/// <summary>Turns a session into credentials.</summary>
internal static class Issuing
{
    // Secrets of temporary keys have 40 characters [AU-204].
    private const int SecretSize = 64;

    /// <summary>Draws an access key and seals the session into a token that opens only beside it [AU-331, AU-334].</summary>
    /// <param name="call">The request.</param>
    /// <param name="account">The account the session acts in.</param>
    /// <param name="percent">How much of its space its policies and tags take.</param>
    /// <param name="contents">The session of an id.</param>
    /// <exception cref="PackedPolicyTooLargeException">The token would be longer than clients can send.</exception>
    internal static Credentials Issue(this Call call, string account, int percent, Func<string, SessionContents> contents)
    {
        var (keyId, key, sessionId) = call.Installation.Ids.NewSession(account);
        var session = contents(sessionId);
        Span<byte> secret = stackalloc byte[SecretSize];
        try
        {
            if (!Encoding.UTF8.TryGetBytes(key, secret, out var length) || !call.Installation.Sessions.TryIssue(session, keyId, secret[..length], out var token))
            {
                throw SessionPolicies.TooLarge(Math.Max(percent, 101));
            }

            // In memory only: whoever may end sessions sees it from now on.
            call.Installation.Accounts.Loaded(account)?.Activity.Sessions.Of(session, keyId, call.Now);
            return new() { AccessKeyId = keyId, SecretAccessKey = key, SessionToken = token, Expiration = session.Expires };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }
}
