using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Own.Sessions;
using Gatehouse.Testing;

namespace Gatehouse.Own.Tests;

/// <summary>An account with a role <c>/team/app</c>, a user <c>ana</c>, and sessions as a test needs them.</summary>
public sealed class SessionGivens
{
    internal const string RoleArn = "arn:aws:iam::111122223333:role/team/app";
    internal const string RoleId = "AROAAPPAPPAPPAPPAPPAP";
    internal const string UserArn = "arn:aws:iam::111122223333:user/ana";
    internal const string UserId = "AIDAANAANAANAANAANAAN";

    internal const string PersonId = "cccccccc-0000-4000-8000-000000000000";
    internal const string PersonArn = "arn:aws:identitystore:::user/" + PersonId;

    private int made;

    internal SessionGivens() => Account.Change(draft =>
    {
        draft.Put(new User { Id = UserId, Name = "ana", Path = "/", Created = draft.Now });
        draft.Put(new Role { Id = RoleId, Name = "app", Path = "/team/", Created = draft.Now, TrustPolicy = "{}" });
    });

    internal AccountFixture Account { get; } = new();

    internal LiveSessions Remembered => Account.Installation.Accounts.Loaded(AccountFixture.Id)!.Activity.Sessions;

    internal SessionContents Make(SessionKind kind = SessionKind.AssumedRole, string principalId = RoleId, string principalArn = RoleArn, string name = "s1", int seconds = 3600)
    {
        var session = new SessionContents
        {
            Kind = kind,
            Account = AccountFixture.Id,
            PrincipalId = principalId,
            PrincipalArn = principalArn,
            SessionName = name,
            SessionId = (++made).ToString("x32"),
            Issued = Account.Clock.GetUtcNow(),
            Expires = Account.Clock.GetUtcNow().AddSeconds(seconds),
        };
        Remembered.Of(session, KeyOf(session), Account.Clock.GetUtcNow());
        return session;
    }

    /// <summary>Somebody of an identity store who is signed in at its portal.</summary>
    internal PortalSession MakePortal(DateTimeOffset? passwordOf = null)
    {
        Account.Change(draft =>
        {
            draft.Put(new IdentityCenterInstance { Id = "ssoins-0123456789abcdef", IdentityStoreId = "d-0123456789", Region = "us-east-1", Created = draft.Now });
            draft.Put(new IdentityUser { Id = PersonId, UserName = "carol", Created = draft.Now, CreatedBy = "", Updated = draft.Now, UpdatedBy = "", PasswordSet = passwordOf });
        });
        var session = new PortalSession
        {
            Account = AccountFixture.Id,
            StoreId = "d-0123456789",
            UserId = PersonId,
            Id = (++made).ToString("x32"),
            Began = Account.Clock.GetUtcNow(),
            Ends = Account.Clock.GetUtcNow() + PortalSession.Life,
            PasswordOf = passwordOf,
        };
        session.Remember(Account.Installation, Account.Clock.GetUtcNow());
        return session;
    }

    internal static string KeyOf(SessionContents session) => "ASIA" + session.SessionId[16..].ToUpperInvariant();

    internal ListSessionsResponse List(string? principal = null, string? accessKeyId = null, int? most = null, string? token = null) =>
        Account.Read<ListSessions, ListSessionsRequest, ListSessionsResponse>(new() { PrincipalArn = principal, AccessKeyId = accessKeyId, MaxResults = most, NextToken = token });

    internal IEnumerable<string?> Ids(string? principal = null) => List(principal).Sessions!.Select(session => session.SessionId);

    internal void Revoke(SessionContents session) => Account.Write<RevokeSession, RevokeSessionRequest, RevokeSessionResponse>(new() { SessionId = session.SessionId });

    internal DateTimeOffset RevokeAll(string principal, DateTimeOffset? before = null) =>
        Account.Write<RevokeSessions, RevokeSessionsRequest, RevokeSessionsResponse>(new() { PrincipalArn = principal, IssuedBefore = before }).IssuedBefore!.Value;

    internal bool Ended(SessionContents session) => Revocation.Ended(Account.Account, session);
}
