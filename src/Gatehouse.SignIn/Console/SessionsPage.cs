using System.Globalization;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Logins;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Accounts.Storage;
using Gatehouse.SignIn.Entrance;
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
        <td>{(isThis ? Html.Of($"this session") : Html.Of($"""<form method="post" action="{Path}">{visit.FormToken}<input type="hidden" name="session" value="{session.Contents.SessionId}"><button type="submit" class="plain" aria-label="End the session that began {session.Began.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}">End</button></form>"""))}</td>
        </tr>

        """);

    private static async ValueTask EndAsync(Visit visit, CancellationToken cancel)
    {
        var (mine, slot) = (visit.SignedIn!.Session, visit.SignedIn.Slot);
        var all = visit.Field("all") == "true";
        var ended = Mine(visit).Where(session => all || session.Id == visit.Field("session")).ToList();
        if (ended.Count == 0)
        {
            await visit.GoAsync(Path);
            return;
        }

        var happened = SignInEvents.SessionsEnded(visit, visit.SignedIn.Caller, ended.Select(static session => session.Id));
        await visit.Services.Installation.Accounts.ChangeAsync(
            slot,
            visit.CallIn(slot.Current),
            draft =>
            {
                // What they were given goes with them: the credentials of `aws login` ask whether their session still stands.
                ended.ForEach(session => LoginEnding.End(draft, session));
                return true;
            },
            _ => Row.Note(AuditEvent.Table, happened.EventId, happened.ToJson()),
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

    // Those of browsers; and of a user or root also those whose browser was idle for too long, or forgotten by a restart: a login lasts longer.
    private static IEnumerable<SessionNote> Mine(Visit visit)
    {
        var mine = visit.SignedIn!.Session;
        var browsers = visit.Services.Sessions.Of(mine.Account, mine.Owner).Where(session => IsOfSamePerson(session.Contents, mine.Contents))
            .Select(static session => SessionNote.Of(session.Contents, session.Credentials.AccessKeyId));
        var remembered = visit.SignedIn.Slot.Activity.Sessions.At(visit.Now).Where(note => note.Kind == SessionKind.SignIn && note.PrincipalId == mine.Contents.PrincipalId);
        return mine.Contents.Kind == SessionKind.SignIn ? browsers.UnionBy(remembered, static session => session.Id) : browsers;
    }

    // Of a role, sessions of one name are one person's; of a user or root, all are.
    private static bool IsOfSamePerson(SessionContents one, SessionContents other) => one.PrincipalId == other.PrincipalId && one.Kind == other.Kind && one.SessionName == other.SessionName;
}
