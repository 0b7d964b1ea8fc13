using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Console;

/// <summary>Who is signed in, and where to go from here; for whoever is not, the way in [AU-700].</summary>
internal sealed class HomePage : IPage
{
    /// <summary>Where somebody signs out; whoever comes there by a link is asked first.</summary>
    internal const string SignOutPath = "/console/signout";

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/console", ShowAsync) { IsStart = true },
        new("GET", SignOutPath, AskAsync),
        new("POST", SignOutPath, SignOutAsync) { SignedInOnly = true },
    ];

    private static ValueTask ShowAsync(Visit visit, CancellationToken cancel)
    {
        if (visit.SignedIn is not { } somebody)
        {
            return visit.GoAsync(visit.Query("account") is { } account ? "/signin?account=" + Uri.EscapeDataString(account) : "/signin");
        }

        var (session, caller) = (somebody.Session, somebody.Caller);
        var profile = caller.Account.Profile;
        return visit.ShowAsync(
            "Signed in",
            Html.Of($"""
                <dl>
                <dt>Account</dt><dd>{profile.Name} ({profile.Id}{Html.When(profile.Alias is not null, $", {profile.Alias}")})</dd>
                <dt>You are</dt><dd><code>{caller.Arn.Text}</code></dd>
                <dt>Since</dt><dd>{session.Began}</dd>
                <dt>Until</dt><dd>{session.Ends} at the latest, or after {(int)visit.Services.Rules.Idle.TotalMinutes} minutes without a request</dd>
                <dt>Second factor</dt><dd>{(session.SecondFactor is { } shown ? Html.Of($"shown at {shown}") : Html.Of($"none shown"))}</dd>
                </dl>
                {SignOutForm(visit)}
                """),
            wide: true);
    }

    /// <summary>The button with which somebody signs out.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="returnTo">Where to go on then; null for the way in.</param>
    internal static Html SignOutForm(Visit visit, string? returnTo = null) => Html.Of($"""
        <form method="post" action="{SignOutPath}">{visit.FormToken}{Html.When(returnTo is not null, $"""<input type="hidden" name="returnTo" value="{returnTo}">""")}<button type="submit">Sign out</button></form>
        """);

    private static ValueTask AskAsync(Visit visit, CancellationToken cancel) => visit.SignedIn is { } somebody
        ? visit.ShowAsync("Sign out", Html.Of($"""<p>You are signed in as <code>{somebody.Caller.Arn.Text}</code>.</p>{SignOutForm(visit)}"""))
        : visit.GoAsync("/signin");

    private static ValueTask SignOutAsync(Visit visit, CancellationToken cancel)
    {
        var next = visit.TargetOf(visit.Field("returnTo"));
        visit.End();
        return visit.GoAsync(next ?? "/signin");
    }
}
