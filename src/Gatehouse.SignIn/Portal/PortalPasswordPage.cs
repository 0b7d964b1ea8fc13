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
    public IEnumerable<Route> Routes =>
    [
        new("GET", PortalFlow.PasswordPath, static async (visit, cancel) => await (await PortalFlow.FindAsync(visit, cancel) is { Who.User.PasswordResetRequired: true } ? ShowAsync(visit, null) : PortalFlow.StartOverAsync(visit))),
        new("POST", PortalFlow.PasswordPath, TryAsync),
    ];

    private static async ValueTask TryAsync(Visit visit, CancellationToken cancel)
    {
        // Who got here has shown the second factor too, where there is one, and must choose: whoever need not is asked for the old password by nobody.
        if (await PortalFlow.TakeAsync(visit, cancel) is not var (who, returnTo) || !who.User.PasswordResetRequired || (!who.User.Devices.IsEmpty && who.Session.Device is null))
        {
            await PortalFlow.StartOverAsync(visit);
            return;
        }

        var (next, again) = (visit.Password("newPassword"), visit.Password("newPasswordAgain"));
        var (hash, wrong) = next != again ? (null, "The two new passwords differ.") : await JudgeAsync(visit, who.User, next, cancel);
        if (hash is null)
        {
            if (await PortalFlow.KeepAsync(visit, new(who.Session, returnTo)))
            {
                await ShowAsync(visit, wrong);
            }
        }
        else if (await CommitAsync(visit, who, hash, cancel) is { } changed)
        {
            await PortalFlow.GoOnAsync(visit, who with { User = changed, Session = who.Session with { PasswordOf = changed.PasswordSet } }, returnTo);
        }
        else
        {
            await PortalFlow.StartOverAsync(visit);
        }
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

    private static ValueTask ShowAsync(Visit visit, string? wrong) => visit.ShowAsync(
        "Choose a password",
        Html.Of($"""
            {Html.When(wrong is not null, $"""<p class="wrong" role="alert">{wrong}</p>""")}
            <p>You signed in with a one-time password. Choose one of your own: 8 to 64 characters, with a lowercase and an uppercase letter, a digit and another character.</p>
            <form method="post" action="{PortalFlow.PasswordPath}">
            {visit.FormToken}
            <label for="newPassword">New password</label>
            <input type="password" id="newPassword" name="newPassword" required autofocus autocomplete="new-password">
            <label for="newPasswordAgain">New password, once more</label>
            <input type="password" id="newPasswordAgain" name="newPasswordAgain" required autocomplete="new-password">
            <button type="submit">Set password</button>
            </form>
            """));
}
