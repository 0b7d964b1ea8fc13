using System.Collections.Immutable;

namespace Gatehouse.Accounts.Sessions;

/// <summary>What a session token says about its session (AU-331), all but the secret key.</summary>
/// <remarks>
/// The secret key travels in the token too, but not here: contents are cached and passed around, the secret is
/// opened on its own, used and wiped (AU-216). Times are kept to the millisecond.
/// </remarks>
public sealed record SessionContents
{
    /// <summary>How the session came to be.</summary>
    public required SessionKind Kind { get; init; }

    /// <summary>The account the session acts in.</summary>
    public required string Account { get; init; }

    /// <summary>The unique id of the role or user, such as <c>AROA…</c>; the account number for root.</summary>
    public required string PrincipalId { get; init; }

    /// <summary>The ARN of the role, user or root behind the session.</summary>
    public required string PrincipalArn { get; init; }

    /// <summary>The role session's name, or the federated user's; empty for neither.</summary>
    public string SessionName { get; init; } = "";

    /// <summary>The session's own id: 32 lowercase hexadecimal digits, shown in the audit trail.</summary>
    public required string SessionId { get; init; }

    /// <summary>The id of the session it was made from.</summary>
    public string? ParentSessionId { get; init; }

    /// <summary>The id of the lasting access key that it was made from, through however many sessions; null where there was none [AU-340].</summary>
    public string? SourceKey { get; init; }

    /// <summary>When it was made: <c>aws:TokenIssueTime</c>.</summary>
    public required DateTimeOffset Issued { get; init; }

    /// <summary>When it ends; from that instant on it is expired.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>Whether it was made from a session (AU-307).</summary>
    public bool Chained { get; init; }

    /// <summary>When a second factor was shown; null when none was.</summary>
    public DateTimeOffset? MfaTime { get; init; }

    /// <summary>Whether a second factor was shown: <c>aws:MultiFactorAuthPresent</c>.</summary>
    public bool MfaPresent => MfaTime is not null;

    /// <summary>The inline session policy as given (AU-311).</summary>
    public string? Policy { get; init; }

    /// <summary>The managed session policies.</summary>
    public ImmutableArray<string> PolicyArns { get; init; } = [];

    /// <summary>
    /// The unique id of each managed session policy, in the order of the ARNs: a policy that is deleted and made again under its name is another
    /// one [AU-311]. An empty text is the id of none. Empty in tokens that were made before ids were kept.
    /// </summary>
    public ImmutableArray<string> PolicyIds { get; init; } = [];

    /// <summary>The session tags, inherited ones included.</summary>
    public ImmutableArray<SessionTag> Tags { get; init; } = [];

    /// <summary>The source identity, once set never changed (AU-315).</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>The identity provider: <c>aws:FederatedProvider</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>The condition keys kept from the provider's proof.</summary>
    public ImmutableArray<FederationKey> FederationKeys { get; init; } = [];

    /// <summary>How the credentials reached their user.</summary>
    public SessionDelivery Delivery { get; init; }

    /// <summary>The ARN of what they were delivered to, such as an instance: <c>ec2:SourceInstanceArn</c> and the like.</summary>
    public string? DeliveredTo { get; init; }
}
