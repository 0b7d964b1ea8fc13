using Gatehouse.Accounts;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Contracts.Sts.Shapes;

namespace Gatehouse.Sts.Sessions;

/// <summary>Turns a session into credentials.</summary>
internal static class Issuing
{
    /// <summary>Begins a session [AU-331, AU-334].</summary>
    /// <param name="call">The request.</param>
    /// <param name="account">The account the session acts in.</param>
    /// <param name="percent">How much of its space its policies and tags take.</param>
    /// <param name="contents">The session of an id.</param>
    /// <exception cref="PackedPolicyTooLargeException">The token would be longer than clients can send.</exception>
    internal static Credentials Issue(this Call call, string account, int percent, Func<string, SessionContents> contents) =>
        call.Installation.TryIssue(account, contents) is { } issued
            ? new() { AccessKeyId = issued.AccessKeyId, SecretAccessKey = issued.SecretAccessKey, SessionToken = issued.Token, Expiration = issued.Contents.Expires }
            : throw SessionPolicies.TooLarge(Math.Max(percent, 101));
}
