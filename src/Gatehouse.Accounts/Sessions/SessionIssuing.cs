using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts.Policies;

namespace Gatehouse.Accounts.Sessions;

/// <summary>Begins sessions.</summary>
public static class SessionIssuing
{
    // Secrets of temporary keys have 40 characters [AU-204].
    private const int SecretSize = 64;

    /// <summary>Draws an access key and seals the session into a token that opens only beside it [AU-331, AU-334].</summary>
    /// <param name="installation">Where ids and keys come from.</param>
    /// <param name="account">The account the session acts in.</param>
    /// <param name="contents">The session of an id.</param>
    /// <param name="livesUntil">How long it is remembered, where the same session gets credentials again and again; until the credentials end where that is not said.</param>
    /// <returns>Null when the token would be longer than clients can send.</returns>
    public static IssuedSession? TryIssue(this Installation installation, string account, Func<string, SessionContents> contents, DateTimeOffset? livesUntil = null)
    {
        var (keyId, key, sessionId) = installation.Ids.NewSession(account);
        var session = WithPolicyIds(contents(sessionId), installation);
        Span<byte> secret = stackalloc byte[SecretSize];
        try
        {
            if (!Encoding.UTF8.TryGetBytes(key, secret, out var length) || !installation.Sessions.TryIssue(session, keyId, secret[..length], out var token))
            {
                return null;
            }

            // In memory only: whoever may end sessions sees it from now on.
            var remembered = livesUntil is { } end ? session with { Expires = end } : session;
            installation.Accounts.Loaded(account)?.Activity.Sessions.Of(remembered, keyId, session.Issued)?.Show(keyId);
            return new(keyId, key, token, session);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    // [AU-311]: here, so that no way to begin a session can forget it. A session that goes on keeps the ids it has.
    private static SessionContents WithPolicyIds(SessionContents session, Installation installation) =>
        session.PolicyArns.IsDefaultOrEmpty || !session.PolicyIds.IsDefaultOrEmpty
            ? session
            : session with { PolicyIds = [.. session.PolicyArns.Select(arn => IdOf(arn, installation, session.Account))] };

    private static string IdOf(string arn, Installation installation, string account) =>
        (AwsManagedPolicies.Owns(arn) ? installation.AwsPolicies.Find(arn)
            : installation.Accounts.Loaded(account) is { } slot ? installation.AwsPolicies.FindFor(slot.Current, arn)
            : null)?.Id ?? "";
}
