namespace Gatehouse.PolicyEngine;

/// <summary>The caller, as policies see it. Immutable; make one per set of credentials and keep it.</summary>
/// <remarks>Condition keys such as <c>aws:username</c> are not taken from here: they come in through the <see cref="RequestContext"/>.</remarks>
public sealed record Principal
{
    private Principal(PrincipalKind kind) => Kind = kind;

    /// <summary>What kind of caller it is.</summary>
    public PrincipalKind Kind { get; }

    /// <summary>The account it belongs to; null for services and anonymous callers.</summary>
    public string? Account { get; private init; }

    /// <summary>The partition of that account; null where there is none.</summary>
    public string? Partition { get; private init; }

    /// <summary>The caller's own ARN, as messages print it: for a session the session's (PE-94).</summary>
    public string? Arn { get; private init; }

    /// <summary>The ARN in the form of <c>aws:PrincipalArn</c>: for a role session the role's.</summary>
    public string? PrincipalArn { get; private init; }

    /// <summary>Unique ID of the user (<c>AIDA…</c>) or role (<c>AROA…</c>) behind the credentials.</summary>
    public string? UniqueId { get; private init; }

    /// <summary>Name of the role of a session.</summary>
    public string? RoleName { get; private init; }

    /// <summary>The user who federated a federated user; null when root did.</summary>
    public string? FederatingUserArn { get; private init; }

    /// <summary>Unique ID of that user.</summary>
    public string? FederatingUserId { get; private init; }

    /// <summary>Root itself called GetFederationToken: the session then has root's identity side (PE-55).</summary>
    public bool FederatedByRoot { get; private init; }

    /// <summary>Name of the service, or the ARN or name of the identity provider.</summary>
    public string? Name { get; private init; }

    /// <summary>A session of a service-linked role, which no SCP or RCP binds (PE-37, PE-43).</summary>
    public bool ServiceLinked { get; private init; }

    /// <summary>The account's canonical ID, where the service knows such a thing (PL-34).</summary>
    public string? CanonicalId { get; init; }

    /// <summary>A boundary is set although it is not among the inputs (only the resource's side is being asked, PE-27).</summary>
    public bool HasBoundary { get; init; }

    /// <summary>Nobody in particular.</summary>
    public static Principal Anonymous { get; } = new(PrincipalKind.Anonymous);

    /// <summary>A user of whom nothing is known, of no account and no partition: the caller of a simulation that names none (PE-110).</summary>
    internal static Principal Unnamed { get; } = new(PrincipalKind.User);

    /// <summary>The root user of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="partition">Its partition.</param>
    public static Principal Root(string account, string partition = "aws") => OfRoot(PrincipalKind.Root, account, partition);

    /// <summary>A session made by AssumeRoot for a member account.</summary>
    /// <param name="account">The member account.</param>
    /// <param name="partition">Its partition.</param>
    public static Principal AssumedRoot(string account, string partition = "aws") => OfRoot(PrincipalKind.AssumedRoot, account, partition);

    /// <summary>A user.</summary>
    /// <param name="arn">The user's ARN.</param>
    /// <param name="uniqueId">The user's unique ID, if known.</param>
    public static Principal User(string arn, string? uniqueId = null) => OfArn(PrincipalKind.User, arn) with { UniqueId = uniqueId };

    /// <summary>A session of a role.</summary>
    /// <param name="sessionArn">ARN of the session, <c>arn:…:sts::ACCOUNT:assumed-role/NAME/SESSION</c>.</param>
    /// <param name="roleArn">ARN of the role, with its path.</param>
    /// <param name="roleId">Unique ID of the role, if known.</param>
    /// <param name="serviceLinked">The role is linked to a service.</param>
    public static Principal AssumedRole(string sessionArn, string roleArn, string? roleId = null, bool serviceLinked = false) =>
        OfArn(PrincipalKind.AssumedRole, sessionArn) with
        {
            PrincipalArn = roleArn,
            RoleName = roleArn[(roleArn.LastIndexOf('/') + 1)..],
            UniqueId = roleId,
            ServiceLinked = serviceLinked,
        };

    /// <summary>A federated user.</summary>
    /// <param name="arn">ARN of the session, <c>arn:…:sts::ACCOUNT:federated-user/NAME</c>.</param>
    /// <param name="federatingUserArn">The user who called GetFederationToken; null when root did.</param>
    /// <param name="federatingUserId">That user's unique ID, if known.</param>
    public static Principal FederatedUser(string arn, string? federatingUserArn, string? federatingUserId = null) =>
        OfArn(PrincipalKind.FederatedUser, arn) with
        {
            FederatingUserArn = federatingUserArn,
            FederatingUserId = federatingUserId,
            FederatedByRoot = federatingUserArn is null,
        };

    /// <summary>A service acting for itself.</summary>
    /// <param name="name">Its name, such as <c>cloudtrail.amazonaws.com</c>.</param>
    public static Principal Service(string name) => new(PrincipalKind.Service) { Name = name };

    /// <summary>An identity provider, asking for a session on behalf of someone it vouches for.</summary>
    /// <param name="name">ARN of the provider, or the name of a built-in one.</param>
    public static Principal IdentityProvider(string name) => new(PrincipalKind.IdentityProvider) { Name = name };

    private static Principal OfRoot(PrincipalKind kind, string account, string partition)
    {
        var arn = $"arn:{partition}:iam::{account}:root";
        return new(kind) { Account = account, Partition = partition, Arn = arn, PrincipalArn = arn, UniqueId = account };
    }

    private static Principal OfArn(PrincipalKind kind, string arn)
    {
        var fields = arn.Split(':', 6);
        return fields.Length == 6
            ? new(kind) { Account = fields[4], Partition = fields[1], Arn = arn, PrincipalArn = arn }
            : throw new ArgumentException($"'{arn}' is not the ARN of a caller.", nameof(arn));
    }
}
