using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.SignIn.Entrance;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Portal;

/// <summary>Where people of an identity store sign in: name and password [AU-704, AU-705, AU-850].</summary>
internal sealed class PortalEntrance : IPage
{
    internal const string Path = "/start/signin";
    private const int MostText = 1024;

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/start", AskStoreAsync),
        new("GET", Path, AskStoreAsync),
        new("POST", Path, TryAsync),
        new("POST", "/start/signout", SignOutAsync),
    ];

    /// <summary>Shows the form.</summary>
    internal static ValueTask ShowAsync(Visit visit, string store, string name, string? returnTo, bool wrong) => visit.ShowAsync(
        "Sign in to the access portal",
        Html.Of($"""
            {Html.When(wrong, $"""<p class="wrong" role="alert">{PasswordAttempt.Wrong}</p>""")}
            <p>Identity store <code>{store}</code></p>
            <form method="post" action="{Path}">
            {visit.FormToken}
            <input type="hidden" name="store" value="{store}">
            {Html.When(returnTo is not null, $"""<input type="hidden" name="returnTo" value="{returnTo}">""")}
            <label for="userName">User name</label>
            <input type="text" id="userName" name="userName" value="{name}" required autofocus autocapitalize="none" spellcheck="false" autocomplete="username">
            <label for="password">Password</label>
            <input type="password" id="password" name="password" required autocomplete="current-password">
            <button type="submit">Sign in</button>
            </form>
            """));

    // One portal needs no choice.
    private static ValueTask AskStoreAsync(Visit visit, CancellationToken cancel)
    {
        var stores = visit.Services.Installation.Names.Of(IdentityCenterInstance.StoreNames);
        return (visit.Query("store") ?? (stores is [var (only, _)] ? only : null)) is { Length: > 0 and <= 64 } store
            ? visit.GoAsync(StartAddress.Path + Uri.EscapeDataString(store))
            : visit.ShowAsync(
                "Access portal",
                Html.Of($"""
                    <form method="get" action="/start">
                    <label for="store">Identity store (d-…)</label>
                    <input type="text" id="store" name="store" required autofocus autocapitalize="none" spellcheck="false">
                    <button type="submit">Go on</button>
                    </form>
                    """));
    }

    private static async ValueTask TryAsync(Visit visit, CancellationToken cancel)
    {
        var (store, name, password, returnTo) = (visit.Field("store") ?? "", (visit.Field("userName") ?? "").Trim(), visit.Field("password") ?? "", visit.Field("returnTo"));
        if (store.Length > MostText || name.Length > MostText || password.Length > MostText || (!string.IsNullOrEmpty(returnTo) && !visit.Services.Targets.Allows(returnTo)))
        {
            await visit.RefuseAsync(400, "Not understood", "What you typed is too long, or the address to go to after sign-in is not one of this server.");
            return;
        }

        var slot = visit.Services.Installation.Names.OwnerOf(IdentityCenterInstance.StoreNames, store) is { } number ? await visit.Services.Installation.Accounts.FindAsync(number, cancel) : null;
        var owner = slot?.Current.IdentityCenter?.IdentityStoreId == store ? slot!.Current : null;
        var user = owner?.IdentityUsers.Find(name);
        var (right, wait) = await PasswordAttempt.CheckAsync(
            visit, owner?.Id ?? "", user?.Id, $"{store}/{name}", user?.Password, password, owner is { Profile.Suspended: false } && user is { Disabled: false }, cancel);
        if (wait > TimeSpan.Zero)
        {
            await visit.WaitAsync(wait);
            return;
        }

        if (owner is not null)
        {
            PortalEvents.Verified(visit, owner.Id, store, user?.Id, PortalEvents.Password, right);
        }

        if (!right)
        {
            await ShowAsync(visit, store, name, returnTo, wrong: true);
            return;
        }

        await PortalFlow.GoOnAsync(visit, new(PortalVisitor.Begin(visit, owner!.Id, store, user!), user!, slot!), returnTo);
    }

    private static async ValueTask SignOutAsync(Visit visit, CancellationToken cancel)
    {
        var store = "";
        if (Underway.Take(visit, visit.Services.Portal, Cookies.Portal) is { } session)
        {
            store = session.StoreId;
            if (await visit.Services.Installation.Accounts.FindAsync(session.Account, cancel) is { } slot)
            {
                // Programs that were let in by it are out as well.
                await PortalSignOut.EndAsync(visit, slot, session, cancel);
            }
        }

        Cookies.Drop(visit.Http, visit.Secure, Cookies.Portal);
        await visit.GoAsync(store.Length == 0 ? "/start" : StartAddress.Path + store);
    }
}
