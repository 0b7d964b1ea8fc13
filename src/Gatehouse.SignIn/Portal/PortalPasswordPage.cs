using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Storage;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Portal;

/// <summary>The step of those who signed in with a one-time password, and must choose one of their own.</summary>
internal sealed class PortalPasswordPage : IPage
{
    private const string Path = "/start/password";

    public IEnumerable<Route> Routes =>
    [
        new("GET", Path, static async (visit, cancel) => await ((await FindAsync(visit, cancel)) is null ? visit.GoAsync("/start") : ShowAsync(visit, null))),
        new("POST", Path, TryAsync),
    ];

    /// <summary>Leads somebody here.</summary>
    internal static async ValueTask BeginAsync(Visit visit, PortalVisitor who, string? returnTo)
    {
        if (visit.Services.PortalPending.TryIssue(who.Session) is not { } id)
        {
            await visit.WaitAsync(TimeSpan.FromMinutes(1));
            return;
        }

        Cookies.Write(visit.Http, visit.Secure, Cookies.PortalPending, id);
        await visit.GoAsync(string.IsNullOrEmpty(returnTo) ? Path : $"{Path}?returnTo={Uri.EscapeDataString(returnTo)}");
    }

    private static async ValueTask<PortalVisitor?> FindAsync(Visit visit, CancellationToken cancel) =>
        visit.Services.PortalPending.TryFind(Cookies.Read(visit.Http, visit.Secure, Cookies.PortalPending), out var session)
        && await visit.Services.Installation.Accounts.FindAsync(session.Account, cancel) is { } slot && session.FindUser(slot.Current, null, visit.Now) is { } user
            ? new(session, user, slot)
            : null;

    private static async ValueTask TryAsync(Visit visit, CancellationToken cancel)
    {
        var returnTo = visit.Field("returnTo");
        if (await FindAsync(visit, cancel) is not { } who || (!string.IsNullOrEmpty(returnTo) && !visit.Services.Targets.Allows(returnTo)))
        {
            await visit.GoAsync("/start");
            return;
        }

        var (next, again) = ((visit.Field("newPassword") ?? "").Normalize(), (visit.Field("newPasswordAgain") ?? "").Normalize());
        var (hash, wrong) = next != again ? (null, "The two new passwords differ.") : await JudgeAsync(visit, who.User, next, cancel);
        if (hash is null)
        {
            await ShowAsync(visit, wrong, returnTo);
            return;
        }

        visit.Services.PortalPending.TryTake(Cookies.Read(visit.Http, visit.Secure, Cookies.PortalPending), out _);
        Cookies.Drop(visit.Http, visit.Secure, Cookies.PortalPending);
        if (await CommitAsync(visit, who, hash, cancel) is not { } changed)
        {
            await visit.GoAsync(StartAddress.Path + who.Session.StoreId);
            return;
        }

        await PortalEntrance.CompleteAsync(visit, who with { User = changed, Session = who.Session with { PasswordOf = changed.PasswordSet } }, returnTo);
    }

    private static async ValueTask<(PasswordHash? Hash, string? Why)> JudgeAsync(Visit visit, IdentityUser user, string next, CancellationToken cancel)
    {
        if (IdentityPasswords.Broken(next) is { } broken)
        {
            return (null, broken);
        }

        try
        {
            return await visit.Services.Installation.Passwords.MatchesAsync(next, user.Password, cancel)
                ? (null, "The new password is the old one.")
                : (await visit.Services.Installation.Passwords.HashAsync(next, null, cancel), null);
        }
        catch (PasswordQueueFullException)
        {
            return (null, "Too many passwords are being checked at the moment. Try again.");
        }
    }

    // Null when somebody else has set another password meanwhile.
    private static async ValueTask<IdentityUser?> CommitAsync(Visit visit, PortalVisitor who, PasswordHash hash, CancellationToken cancel)
    {
        var happened = PortalEvents.Of(visit, "UpdatePassword", who);
        return await visit.Services.Installation.Accounts.ChangeAsync(
            who.Slot,
            visit.CallIn(who.Slot.Current),
            draft =>
            {
                if (draft.Account.IdentityUsers.FindById(who.User.Id) is not { Disabled: false } now || now.PasswordSet != who.Session.PasswordOf)
                {
                    return null;
                }

                var changed = now.WithPassword(hash, resetRequired: false, draft.Now);
                draft.Put(changed);
                return changed;
            },
            _ => Row.Note(AuditEvent.Table, happened.EventId, happened.ToJson()),
            cancel);
    }

    private static ValueTask ShowAsync(Visit visit, string? wrong, string? returnTo = null) => visit.ShowAsync(
        "Choose a password",
        Html.Of($"""
            {Html.When(wrong is not null, $"""<p class="wrong" role="alert">{wrong}</p>""")}
            <p>You signed in with a one-time password. Choose one of your own: 8 to 64 characters, with a lowercase and an uppercase letter, a digit and another character.</p>
            <form method="post" action="{Path}">
            {visit.FormToken}
            <input type="hidden" name="returnTo" value="{returnTo ?? visit.Query("returnTo")}">
            <label for="newPassword">New password</label>
            <input type="password" id="newPassword" name="newPassword" required autofocus autocomplete="new-password">
            <label for="newPasswordAgain">New password, once more</label>
            <input type="password" id="newPasswordAgain" name="newPasswordAgain" required autocomplete="new-password">
            <button type="submit">Set password</button>
            </form>
            """));
}
