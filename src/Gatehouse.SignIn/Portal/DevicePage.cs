using Gatehouse.Accounts;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Portal;

/// <summary>Where people decide about programs without a browser: they type, or compare, the code that the program shows [AU-850, AU-851].</summary>
internal sealed class DevicePage : IPage
{
    private const string Path = "/device";

    public IEnumerable<Route> Routes =>
    [
        new("GET", Path, ShowAsync),
        new("POST", Path, DecideAsync),
    ];

    private static async ValueTask ShowAsync(Visit visit, CancellationToken cancel)
    {
        if (visit.Query("user_code") is not { Length: > 0 } typed)
        {
            await AskCodeAsync(visit, wrong: false);
            return;
        }

        if (await FindAsync(visit, typed) is not { } wish)
        {
            return;
        }

        if (await PortalVisitor.FindAsync(visit, wish.StoreId, cancel) is not { } who)
        {
            await PortalVisitor.SignInAsync(visit, wish.StoreId, $"{Path}?user_code={wish.UserCode}");
            return;
        }

        await visit.ShowAsync(
            "Let a program in?",
            Html.Of($"""
                <p>A program on a device asks for the roles that you have in accounts.</p>
                <dl>
                <dt>Code</dt><dd><code>{wish.UserCode}</code></dd>
                <dt>The program calls itself</dt><dd>{wish.ClientName}</dd>
                <dt>It asked from</dt><dd>{wish.Address ?? "unknown"}, at {wish.Began}</dd>
                <dt>Its device says</dt><dd>{wish.UserAgent ?? "nothing"}</dd>
                <dt>You are</dt><dd>{who.User.UserName}</dd>
                <dt>Until</dt><dd>{who.Session.Ends} at the latest</dd>
                </dl>
                <p class="wrong" role="note">Allow it only if you started it yourself, just now, and it shows this very code. Nobody who sends you a code or a link needs you to.</p>
                <form method="post" action="{Path}">
                {visit.FormToken}
                <input type="hidden" name="user_code" value="{wish.UserCode}">
                <button type="submit" name="decision" value="allow">Allow</button>
                <button type="submit" name="decision" value="deny" class="plain">Deny</button>
                </form>
                """));
    }

    private static async ValueTask DecideAsync(Visit visit, CancellationToken cancel)
    {
        if (await FindAsync(visit, visit.Field("user_code")) is not { } wish)
        {
            return;
        }

        if (await PortalVisitor.FindAsync(visit, wish.StoreId, cancel) is not { } who)
        {
            await PortalVisitor.SignInAsync(visit, wish.StoreId, $"{Path}?user_code={wish.UserCode}");
            return;
        }

        var allowed = visit.Field("decision") == "allow";
        if (!wish.TryDecide(allowed ? who.Grant(visit, wish.Client, wish.Scopes) : null, visit.Now))
        {
            await AskCodeAsync(visit, wrong: true);
            return;
        }

        PortalEvents.Decided(visit, who, "AuthorizeDevice", wish.ClientName, allowed);
        await visit.ShowAsync(allowed ? "Allowed" : "Denied", Html.Of($"""<p>{(allowed ? "The program goes on by itself." : "The program gets nothing.")} You can close this page.</p>"""));
    }

    // Codes are short: whoever tries many waits [AU-705].
    private static async ValueTask<DeviceAuthorization?> FindAsync(Visit visit, string? typed)
    {
        var guard = visit.Services.Installation.PasswordGuard;
        var who = visit.Address?.ToString() ?? "";
        if (guard.Begin("device", who, visit.Address, visit.Now) is var wait && wait > TimeSpan.Zero)
        {
            await visit.WaitAsync(wait);
            return null;
        }

        if (visit.Services.Installation.Devices.FindByUserCode(typed, visit.Now) is { } wish)
        {
            guard.Forgive("device", who, visit.Address);
            return wish;
        }

        await AskCodeAsync(visit, wrong: true);
        return null;
    }

    private static ValueTask AskCodeAsync(Visit visit, bool wrong) => visit.ShowAsync(
        "Code of a program",
        Html.Of($"""
            {Html.When(wrong, $"""<p class="wrong" role="alert">There is no such code, or it was decided already, or it has expired.</p>""")}
            <form method="get" action="{Path}">
            <label for="user_code">The code that the program shows</label>
            <input type="text" id="user_code" name="user_code" required autofocus autocapitalize="characters" spellcheck="false" autocomplete="off" placeholder="XXXX-XXXX">
            <button type="submit">Go on</button>
            </form>
            """),
        status: wrong ? 400 : 200);
}
