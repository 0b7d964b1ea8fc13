using Gatehouse.Accounts.Entities;

namespace Gatehouse.Accounts.Sessions;

/// <summary>Finds who a session is in an account as it stands.</summary>
public static class SessionCallers
{
    /// <summary>The caller; null when its user, role or account is no longer live, or the session was ended [AU-118, AU-340].</summary>
    /// <param name="account">The account, in the version that counts.</param>
    /// <param name="accessKeyId">The session's access key id.</param>
    /// <param name="session">What its token says. Whether it has expired is not asked here.</param>
    public static Caller? Find(Account account, string accessKeyId, SessionContents session)
    {
        if (!account.Exists || account.Profile.Suspended || Revocation.Ended(account, session))
        {
            return null;
        }

        // The session names its principal by unique id: one deleted and made anew is another [AU-331].
        var isRoot = session.PrincipalId == account.Id;
        return session.Kind switch
        {
            SessionKind.AssumedRole => account.Roles.FindById(session.PrincipalId) is { } role ? Caller.OfRole(account, role, accessKeyId, session) : null,
            SessionKind.SessionToken or SessionKind.SignIn or SessionKind.Enrolment when isRoot => Caller.Root(account, accessKeyId, session),
            SessionKind.SessionToken or SessionKind.SignIn or SessionKind.Enrolment => account.Users.FindById(session.PrincipalId) is { } user ? Caller.OfUser(account, user, accessKeyId, session) : null,
            SessionKind.FederatedUser when isRoot => Caller.Federated(account, null, accessKeyId, session),
            SessionKind.FederatedUser => account.Users.FindById(session.PrincipalId) is { } user ? Caller.Federated(account, user, accessKeyId, session) : null,
            SessionKind.AssumedRoot => Caller.Root(account, accessKeyId, session),
            SessionKind.Delegated => account.Users.FindById(session.PrincipalId) is { } user ? Caller.OfUser(account, user, accessKeyId, session)
                : account.Roles.FindById(session.PrincipalId) is { } role ? Caller.OfRole(account, role, accessKeyId, session)
                : null,
            _ => null,
        };
    }
}
