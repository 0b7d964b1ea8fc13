using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Accounts;

/// <summary>Who sends a request: all that authentication hands on [AU-9].</summary>
/// <remarks>Immutable, and made once for a credential and a version of its account; requests share it.</remarks>
public sealed class Caller
{
    private Caller(CallerKind kind, Account account, string? accessKeyId, SessionContents? session)
    {
        Kind = kind;
        Account = account;
        AccessKeyId = accessKeyId;
        Session = session;
    }

    /// <summary>The caller of an unsigned request.</summary>
    public static Caller Anonymous { get; } = new(CallerKind.Anonymous, Account.None(""), null, null)
    {
        Arn = new("anonymous"),
        PrincipalArn = new("anonymous"),
        UserId = "anonymous",
        Principal = Principal.Anonymous,
        Keys = new RequestContext()
            .Set("aws:PrincipalType", "Anonymous").Set("aws:userid", "anonymous").Set("aws:PrincipalAccount", "anonymous").Freeze(),
    };

    /// <summary>What kind of principal it is.</summary>
    public CallerKind Kind { get; }

    /// <summary>Its account, at the version it was looked up in.</summary>
    public Account Account { get; }

    /// <summary>The access key id it signed with; null for unsigned requests.</summary>
    public string? AccessKeyId { get; }

    /// <summary>Its session; null for lasting credentials.</summary>
    public SessionContents? Session { get; }

    /// <summary>The lasting access key that it acts by in the end, its own or that of the session it began with; null where there is none.</summary>
    public string? SourceKey => Session is null ? AccessKeyId : Session.SourceKey;

    /// <summary>Where its uses are noted, once it was used. Callers are remade with every version of their account; what they did is not.</summary>
    internal PrincipalUses? Uses { get; set; }

    /// <summary>Its ARN as messages, GetCallerIdentity and the audit trail print it: for a role session the session's.</summary>
    public Arn Arn { get; private init; }

    /// <summary>Its ARN in the form of <c>aws:PrincipalArn</c>: for a role session the role's.</summary>
    public Arn PrincipalArn { get; private init; }

    /// <summary>Its user id: the account's number, <c>AIDA…</c>, <c>AROA…:session</c> or <c>account:name</c>.</summary>
    public required string UserId { get; init; }

    /// <summary>The user that it is, or that federated it; null for root and roles.</summary>
    public User? User { get; private init; }

    /// <summary>The role whose session it is; null for anything else.</summary>
    public Role? Role { get; private init; }

    /// <summary>Its name as <c>aws:username</c> has it: IAM users only.</summary>
    public string? UserName => Kind == CallerKind.User ? User!.Name : null;

    /// <summary>What the policy engine sees of it.</summary>
    public required Principal Principal { get; init; }

    /// <summary>The condition keys that say who it is and how it came to be, frozen.</summary>
    public required RequestContext Keys { get; init; }

    /// <summary>The root user, with lasting credentials or a GetSessionToken session.</summary>
    public static Caller Root(Account account, string accessKeyId, SessionContents? session) =>
        new(CallerKind.Root, account, accessKeyId, session)
        {
            Arn = Identity.Arn.Root(account.Id),
            PrincipalArn = Identity.Arn.Root(account.Id),
            UserId = account.Id,
            Principal = session?.Kind == SessionKind.AssumedRoot ? Principal.AssumedRoot(account.Id) : Principal.Root(account.Id),
            Keys = CallerKeys.Of(account, Identity.Arn.Root(account.Id), "Account", account.Id, null, [], session),
        };

    /// <summary>A user, with lasting credentials or a GetSessionToken session.</summary>
    public static Caller OfUser(Account account, User user, string accessKeyId, SessionContents? session)
    {
        var arn = user.ArnIn(account.Id);
        return new(CallerKind.User, account, accessKeyId, session)
        {
            Arn = arn,
            PrincipalArn = arn,
            UserId = user.Id,
            User = user,
            Principal = Principal.User(arn.Text, user.Id) with { HasBoundary = user.PermissionsBoundary is not null },
            Keys = CallerKeys.Of(account, arn, "User", user.Id, user.Name, user.Tags, session),
        };
    }

    /// <summary>A session of a role.</summary>
    public static Caller OfRole(Account account, Role role, string accessKeyId, SessionContents session)
    {
        var arn = role.ArnIn(account.Id);
        var sessionArn = Identity.Arn.AssumedRole(account.Id, role.Name, session.SessionName);
        var userId = $"{role.Id}:{session.SessionName}";
        return new(CallerKind.AssumedRole, account, accessKeyId, session)
        {
            Arn = sessionArn,
            PrincipalArn = arn,
            UserId = userId,
            Role = role,
            Principal = Principal.AssumedRole(sessionArn.Text, arn.Text, role.Id, role.IsServiceLinked) with
            {
                HasBoundary = role.PermissionsBoundary is not null,
            },
            Keys = CallerKeys.Of(account, arn, "AssumedRole", userId, null, role.Tags, session),
        };
    }

    /// <summary>A federated user, made by a user or by root (then <paramref name="user"/> is null).</summary>
    public static Caller Federated(Account account, User? user, string accessKeyId, SessionContents session)
    {
        var arn = new Arn($"arn:aws:sts::{account.Id}:federated-user/{session.SessionName}");
        var userId = $"{account.Id}:{session.SessionName}";
        return new(CallerKind.FederatedUser, account, accessKeyId, session)
        {
            Arn = arn,
            PrincipalArn = arn,
            UserId = userId,
            User = user,
            Principal = Principal.FederatedUser(arn.Text, user?.ArnIn(account.Id).Text, user?.Id) with
            {
                HasBoundary = user?.PermissionsBoundary is not null,
            },
            Keys = CallerKeys.Of(account, arn, "FederatedUser", userId, null, user?.Tags ?? [], session),
        };
    }

    /// <summary>The same caller, who has shown a second factor with this very request [AU-317].</summary>
    public Caller WithSecondFactor() => new(Kind, Account, AccessKeyId, Session)
    {
        Arn = Arn,
        PrincipalArn = PrincipalArn,
        UserId = UserId,
        User = User,
        Role = Role,
        Principal = Principal,
        Keys = CallerKeys.WithSecondFactor(Keys),
    };

    /// <inheritdoc/>
    public override string ToString() => Arn.Text;
}
