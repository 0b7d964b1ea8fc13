using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.SignIn.Pages;
using Gatehouse.SignIn.Sessions;

namespace Gatehouse.SignIn.Console;

/// <summary>The sessions of whoever is signed in, and their end: one, or all of them at once [AU-710].</summary>
internal sealed class SessionsPage : IPage
{
    private const string Path = "/console/sessions";

    public IEnumerable<Route> Routes =>
    [
        new("GET", Path, static (visit, _) => ShowAsync(visit)) { SignedInOnly = true },
        new("POST", Path, EndAsync) { SignedInOnly = true },
    ];

    private static ValueTask ShowAsync(Visit visit)
    {
        var mine = visit.SignedIn!.Session;
        var sessions = visit.Services.Sessions.Of(mine.Account, mine.Owner).Where(session => IsOfSamePerson(session.Contents, mine.Contents));
        return visit.ShowAsync(
            "Your sessions",
            Html.Of($"""
                <table>
                <thead><tr><th scope="col">Began</th><th scope="col">Last seen</th><th scope="col">From</th><th scope="col">Second factor</th><th scope="col">End</th></tr></thead>
                <tbody>
                {Html.Of(sessions.Select(session => RowOf(visit, session, session.Contents.SessionId == mine.Contents.SessionId)))}
                </tbody>
                </table>
                <h2>Sign out everywhere</h2>
                <p>Ends every session above, this one included, and the credentials that <code>aws login</code> has of them.</p>
                <form method="post" action="{Path}">{visit.FormToken}<input type="hidden" name="all" value="true"><button type="submit">Sign out everywhere</button></form>
                """),
            wide: true);
    }

    private static Html RowOf(Visit visit, BrowserSession session, bool isThis) => Html.Of($"""
        <tr>
        <td>{session.Began}</td>
        <td>{session.LastSeen}</td>
        <td>{session.Address ?? "unknown"}<br><span class="hint">{session.UserAgent}</span></td>
        <td>{(session.SecondFactor is null ? "no" : "yes")}</td>
        <td>{(isThis ? Html.Of($"this session") : Html.Of($"""<form method="post" action="{Path}">{visit.FormToken}<input type="hidden" name="session" value="{session.Contents.SessionId}"><button type="submit" class="plain">End</button></form>"""))}</td>
        </tr>

        """);

    private static async ValueTask EndAsync(Visit visit, CancellationToken cancel)
    {
        var (mine, slot) = (visit.SignedIn!.Session, visit.SignedIn.Slot);
        var all = visit.Field("all") == "true";
        List<SessionNote> ended =
        [
            .. slot.Activity.Sessions.At(visit.Now).Where(note => note.Kind == mine.Contents.Kind && note.PrincipalId == mine.Contents.PrincipalId && note.Name == mine.Contents.SessionName)
                .Where(note => all ? note.Kind == SessionKind.SignIn || note.Id == mine.Contents.SessionId : note.Id == visit.Field("session")),
        ];
        await visit.Services.Installation.Accounts.ChangeAsync(
            slot,
            visit.CallIn(slot.Current),
            draft =>
            {
                foreach (var past in draft.Account.Revocations.Where(past => past.Expires <= draft.Now).ToList())
                {
                    draft.Remove(past);
                }

                // What they were given goes with them: the credentials of `aws login` ask whether their session still stands.
                ended.ForEach(note => draft.Put(Revocation.Of(note, draft.Now, visit.SignedIn!.Caller.Arn.Text)));
                return true;
            },
            note: null,
            cancel);
        if (all)
        {
            visit.Services.Sessions.EndAll(mine.Account, session => IsOfSamePerson(session.Contents, mine.Contents));
            visit.End();
            await visit.GoAsync("/signin");
            return;
        }

        await visit.GoAsync(Path);
    }

    // Of a role, sessions of one name are one person's; of a user or root, all are.
    private static bool IsOfSamePerson(SessionContents one, SessionContents other) => one.PrincipalId == other.PrincipalId && one.Kind == other.Kind && one.SessionName == other.SessionName;
}
