using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Entrance;

/// <summary>The first step: an IAM user by account and name, root by e-mail address, each with a password [AU-700].</summary>
internal sealed class PasswordPage : IPage
{
    private const int MostText = 1024;

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/signin", ShowAsync),
        new("POST", "/signin", TryAsync),
    ];

    private static ValueTask ShowAsync(Visit visit, CancellationToken cancel)
    {
        var returnTo = visit.Query("returnTo");
        return IsGood(visit, returnTo) ? ShowAsync(visit, visit.Query("root") is not null, visit.Query("account") ?? AccountOf(visit), "", returnTo, wrong: false) : RefuseTargetAsync(visit);
    }

    private static async ValueTask TryAsync(Visit visit, CancellationToken cancel)
    {
        var (isRoot, returnTo) = (visit.Field("email") is not null, visit.Field("returnTo"));
        var (account, name, password) = (visit.Field("account") ?? "", visit.Field(isRoot ? "email" : "userName") ?? "", visit.Field("password") ?? "");
        if (!IsGood(visit, returnTo))
        {
            await RefuseTargetAsync(visit);
            return;
        }

        if (account.Length > MostText || name.Length > MostText || password.Length > MostText)
        {
            await visit.RefuseAsync(400, "Not understood", "What you typed is too long.");
            return;
        }

        var attempt = isRoot
            ? await PasswordAttempt.OfRootAsync(visit, name, password, cancel)
            : await PasswordAttempt.OfUserAsync(visit, account.Trim(), name.Trim(), password, cancel);
        if (attempt.Wait > TimeSpan.Zero)
        {
            await visit.WaitAsync(attempt.Wait);
        }
        else if (attempt.Right is { } right)
        {
            await SignInFlow.GoOnAsync(visit, right with { ReturnTo = string.IsNullOrEmpty(returnTo) ? null : returnTo }, cancel);
        }
        else
        {
            await ShowAsync(visit, isRoot, account, name, returnTo, wrong: true);
        }
    }

    // [AU-700]: the account that the host's first label names, where the operator has such hosts.
    private static string? AccountOf(Visit visit) =>
        visit.Services.Rules.AccountHosts is { } parent && visit.Http.Request.Host.Host is var host && host.Length > parent.Length + 1
        && host.EndsWith("." + parent, StringComparison.OrdinalIgnoreCase) && host[..^(parent.Length + 1)].ToLowerInvariant() is var alias && !alias.Contains('.', StringComparison.Ordinal)
            ? alias
            : null;

    private static bool IsGood(Visit visit, string? returnTo) => string.IsNullOrEmpty(returnTo) || visit.Services.Targets.Allows(returnTo);

    private static ValueTask RefuseTargetAsync(Visit visit) => visit.RefuseAsync(400, "Not understood", "The address to go to after sign-in is not one of this server.");

    private static ValueTask ShowAsync(Visit visit, bool isRoot, string? account, string name, string? returnTo, bool wrong) => visit.ShowAsync(
        isRoot ? "Root user sign-in" : "Sign in",
        Html.Of($"""
            {Html.When(wrong, $"""<p class="wrong" role="alert">{PasswordAttempt.Wrong}</p>""")}
            <form method="post" action="/signin">
            {visit.FormToken}
            {Html.When(returnTo is not null, $"""<input type="hidden" name="returnTo" value="{returnTo}">""")}
            {(isRoot ? OfRoot(name) : OfUser(account, name))}
            <label for="password">Password</label>
            <input type="password" id="password" name="password" required autocomplete="current-password">
            <button type="submit">Sign in</button>
            </form>
            <p>{Other(isRoot, returnTo)}</p>
            """));

    private static Html OfRoot(string email) => Html.Of($"""
        <label for="email">E-mail address of the root user</label>
        <input type="email" id="email" name="email" value="{email}" required autofocus autocomplete="username">
        """);

    private static Html OfUser(string? account, string name) => Html.Of($"""
        <label for="account">Account ID (12 digits) or account alias</label>
        <input type="text" id="account" name="account" value="{account}" required{new Html(string.IsNullOrEmpty(account) ? " autofocus" : "")} autocapitalize="none" spellcheck="false" autocomplete="organization">
        <label for="userName">IAM user name</label>
        <input type="text" id="userName" name="userName" value="{name}" required{new Html(string.IsNullOrEmpty(account) ? "" : " autofocus")} autocapitalize="none" spellcheck="false" autocomplete="username">
        """);

    private static Html Other(bool isRoot, string? returnTo)
    {
        var rest = string.IsNullOrEmpty(returnTo) ? "" : "returnTo=" + Uri.EscapeDataString(returnTo);
        return isRoot
            ? Html.Of($"""<a href="/signin?{rest}">Sign in as an IAM user</a>""")
            : Html.Of($"""<a href="/signin?root=1{(rest.Length > 0 ? "&" + rest : "")}">Sign in as the root user</a>""");
    }
}
