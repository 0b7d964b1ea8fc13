using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Logins;

/// <summary>Ends sessions of people for good: what was made from them is refused from the next request on, on every node and after a restart [AU-743].</summary>
public static class LoginEnding
{
    // Each takes a row until the session would have ended anyway. Who ends more within half a day ends all that they have.
    private const int MostOfOne = 50;

    /// <summary>Ends a session, and with it the grants that were made from it.</summary>
    /// <param name="draft">The account.</param>
    /// <param name="session">The session.</param>
    public static void End(Draft draft, SessionContents session) => End(draft, SessionNote.Of(session, accessKeyId: ""));

    /// <summary>The same of a session that is only remembered.</summary>
    public static void End(Draft draft, SessionNote session)
    {
        var before = draft.Account.Revocations.OwnedBy(session.PrincipalId);
        foreach (var old in before.Where(old => old.Expires <= draft.Now))
        {
            draft.Remove(old);
        }

        var one = Revocation.Of(session, draft.Now, session.PrincipalArn);
        var all = one with
        {
            SessionId = null,
            SessionName = session.Name.Length == 0 ? null : session.Name,

            // Sessions are made at whole seconds: those of this second end too.
            Before = draft.Now.AddSeconds(1),
            Expires = draft.Now.AddSeconds(1) + Revocation.LongestSession,
        };
        draft.Put(before.Count(kept => kept.SessionId is not null && kept.Expires > draft.Now) < MostOfOne ? one : all);
    }
}
