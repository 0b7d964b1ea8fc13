using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Audit;

/// <summary>Who sent a request, as CloudTrail's <c>userIdentity</c> tells it.</summary>
public sealed record AuditIdentity
{
    /// <summary><c>Root</c>, <c>IAMUser</c>, <c>AssumedRole</c>, <c>FederatedUser</c>, <c>WebIdentityUser</c>, <c>SAMLUser</c>, <c>IdentityCenterUser</c>, <c>AWSAccount</c>, <c>AWSService</c>, <c>Unknown</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The user id, as <c>aws:userid</c> has it.</summary>
    public string? PrincipalId { get; init; }

    /// <summary>The ARN; for a session the session's.</summary>
    public string? Arn { get; init; }

    /// <summary>The caller's account.</summary>
    public string? Account { get; init; }

    /// <summary>The access key id that signed; null for unsigned requests.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>The name of an IAM user.</summary>
    public string? UserName { get; init; }

    /// <summary>The identity provider that vouched for somebody who has no credentials of an account.</summary>
    public string? IdentityProvider { get; init; }

    /// <summary>The service that called, such as <c>ec2.amazonaws.com</c>.</summary>
    public string? InvokedBy { get; init; }

    /// <summary>The id of a user of an identity store, or of the one for whom a session acts; null for anybody else.</summary>
    public string? IdentityUserId { get; init; }

    /// <summary>The ARN of that identity store.</summary>
    public string? IdentityStoreArn { get; init; }

    /// <summary>The id of what such a user is signed in by; null for anybody else.</summary>
    public string? CredentialId { get; init; }

    /// <summary>The session that signed; null for lasting credentials.</summary>
    public AuditSession? Session { get; init; }

    /// <summary>The name by which LookupEvents finds the caller: the user's, <c>root</c>, or the session's; null for nobody.</summary>
    public string? LookupName => Type switch
    {
        "IAMUser" or "WebIdentityUser" or "SAMLUser" or "IdentityCenterUser" => UserName,
        "Root" => "root",
        _ when PrincipalId is { } id && id.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon => id[(colon + 1)..],
        _ => InvokedBy ?? UserName,
    };

    /// <summary>A caller, as the trail of its own account tells of it.</summary>
    public static AuditIdentity Of(Caller caller) => caller.Kind switch
    {
        CallerKind.Anonymous => new() { Type = "AWSAccount", Account = "anonymous", PrincipalId = "" },
        CallerKind.Root => Of(caller, "Root", null),
        CallerKind.User => Of(caller, "IAMUser", null),
        CallerKind.AssumedRole => Of(caller, "AssumedRole", caller.Role is not { } role ? null : new()
        {
            Type = "Role",
            PrincipalId = role.Id,
            Arn = role.ArnIn(caller.Account.Id).Text,
            Account = caller.Account.Id,
            Name = role.Name,
        }),
        CallerKind.FederatedUser => Of(caller, "FederatedUser", caller.User is { } user
            ? new() { Type = "IAMUser", PrincipalId = user.Id, Arn = user.ArnIn(caller.Account.Id).Text, Account = caller.Account.Id, Name = user.Name }
            : new() { Type = "Root", PrincipalId = caller.Account.Id, Arn = Identity.Arn.Root(caller.Account.Id).Text, Account = caller.Account.Id }),
        _ => throw new InvalidOperationException($"A caller of kind {caller.Kind} has no name in the trail."),
    };

    /// <summary>Somebody for whom an identity provider vouched.</summary>
    public static AuditIdentity Of(ProvenIdentity proof) => proof.SubjectType is not null
        ? new() { Type = "SAMLUser", PrincipalId = $"{proof.NameQualifier}:{proof.Subject}", UserName = proof.Subject, IdentityProvider = proof.NameQualifier }
        : new() { Type = "WebIdentityUser", PrincipalId = $"{proof.ProviderName}:{proof.Audience}:{proof.Subject}", UserName = proof.Subject, IdentityProvider = proof.ProviderName };

    /// <summary>Somebody of an identity store, who is no principal of any account (AWS: "CloudTrail userIdentity element", Identity Center).</summary>
    public static AuditIdentity Of(PortalSession session, Entities.IdentityUser user, Account owner) => new()
    {
        Type = "IdentityCenterUser",
        Account = session.Account,
        UserName = user.UserName,
        IdentityUserId = user.Id,
        IdentityStoreArn = owner.IdentityCenter?.StoreArnIn(owner.Id).Text,
        CredentialId = session.Id,
    };

    /// <summary>A caller, as the trail of another account tells of it: by its user id and account alone.</summary>
    public static AuditIdentity Abroad(Caller caller) =>
        new() { Type = "AWSAccount", PrincipalId = caller.UserId, Account = caller.Account.Id };

    private static AuditIdentity Of(Caller caller, string type, AuditIssuer? issuer) => new()
    {
        Type = type,
        PrincipalId = caller.UserId,
        Arn = caller.Arn.Text,
        Account = caller.Account.Id,
        AccessKeyId = caller.AccessKeyId,
        UserName = caller.UserName,
        IdentityUserId = IdentityContext.Find(caller.Session, IdentityContext.UserKey),
        IdentityStoreArn = IdentityContext.Find(caller.Session, IdentityContext.StoreKey),
        Session = caller.Session is not { } session ? null : new()
        {
            Issuer = issuer,
            Created = session.Issued,
            MfaAuthenticated = session.MfaPresent,
            SourceIdentity = session.SourceIdentity,
            AssumedRoot = session.Kind == SessionKind.AssumedRoot,
            WebIdentityProvider = session.Provider is { } provider && provider.Contains(":oidc-provider/", StringComparison.Ordinal) ? provider : null,
        },
    };
}
