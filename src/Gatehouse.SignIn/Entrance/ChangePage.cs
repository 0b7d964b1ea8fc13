using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Storage;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Entrance;

/// <summary>The step of those whose password has expired, or must be changed: whether or not they may change it otherwise [AU-702].</summary>
internal sealed class ChangePage : IPage
{
    public IEnumerable<Route> Routes =>
    [
        new("GET", SignInFlow.ChangePath, static (visit, _) => SignInFlow.Find(visit) is not { Registering: null } ? SignInFlow.StartOverAsync(visit) : ShowAsync(visit, null)),
        new("POST", SignInFlow.ChangePath, TryAsync),
    ];

    private static async ValueTask TryAsync(Visit visit, CancellationToken cancel)
    {
        // [AU-616]: who is to bring in a second factor does nothing else meanwhile.
        if (SignInFlow.Take(visit) is not { Registering: null } pending || await visit.Services.Installation.Accounts.FindAsync(pending.Account, cancel) is not { } slot
            || slot.Current.LoginProfiles.Find(pending.Owner) is not { Password: { } password } profile || profile.Changed != pending.PasswordOf)
        {
            await SignInFlow.StartOverAsync(visit);
            return;
        }

        // Who got here has shown the second factor too, where there is one, and must change it: this form goes around neither that nor iam:ChangePassword.
        if ((pending.SecondFactor is null && slot.Current.MfaDevices.OwnedBy(pending.Owner).Length > 0) || !SignInFlow.MustChange(slot.Current, profile, visit.Now))
        {
            await SignInFlow.StartOverAsync(visit);
            return;
        }

        var (old, next, again) = (visit.Password("oldPassword"), visit.Password("newPassword"), visit.Password("newPasswordAgain"));
        var wrong = await JudgeAsync(visit, slot, profile, password, old, next, again, cancel);
        if (wrong.Why is null && await CommitAsync(visit, slot, profile, wrong.Hash!, cancel) is { } changed)
        {
            await SignInFlow.GoOnAsync(visit, pending with { PasswordOf = changed }, cancel);
        }
        else if (await SignInFlow.KeepAsync(visit, pending) is not null)
        {
            await ShowAsync(visit, wrong.Why ?? "The password was changed by somebody else meanwhile.");
        }
    }

    private static async ValueTask<(PasswordHash? Hash, string? Why)> JudgeAsync(
        Visit visit, AccountSlot slot, LoginProfile profile, PasswordHash password, string old, string next, string again, CancellationToken cancel)
    {
        var (installation, account) = (visit.Services.Installation, slot.Current);
        if (next != again)
        {
            return (null, "The two new passwords differ.");
        }

        var (owner, counted) = (profile.Key, PasswordGuard.ChangeBy(profile.Key));
        if (installation.PasswordGuard.Begin(account.Id, counted, address: null, visit.Now) is var wait && wait > TimeSpan.Zero)
        {
            return (null, $"Too many attempts. Wait {Math.Ceiling(wait.TotalSeconds)} seconds.");
        }

        try
        {
            if (!await installation.Passwords.MatchesAsync(old, password, cancel))
            {
                return (null, "The old password was incorrect.");
            }

            installation.PasswordGuard.Forgive(account.Id, counted, address: null);
            var isRoot = owner == Account.RootOwner;
            if (old == next)
            {
                return (null, "The new password is the old one.");
            }

            if ((PasswordRules.Unwritable(next) ?? (isRoot ? PasswordRules.BrokenForRoot(next, account.Profile) : PasswordRules.Broken(next, account.Profile))) is { } broken)
            {
                return (null, broken);
            }

            var hash = await installation.Passwords.HashAsync(next, password, cancel);
            var remembered = isRoot ? null : account.Profile.PasswordPolicy?.Remembered;
            return (hash, await PasswordRules.ReusedAsync(installation.Passwords, next, hash, profile, remembered, cancel));
        }
        catch (PasswordQueueFullException)
        {
            // Nothing was judged, so nothing was wrong.
            installation.PasswordGuard.Forgive(account.Id, counted, address: null);
            return (null, "Too many passwords are being checked at the moment. Try again.");
        }
    }

    // Null when somebody else has set another password meanwhile.
    private static async ValueTask<DateTimeOffset?> CommitAsync(Visit visit, AccountSlot slot, LoginProfile profile, PasswordHash hash, CancellationToken cancel)
    {
        var happened = SignInEvents.PasswordUpdated(visit, slot.Current, profile.Key);
        try
        {
            return await visit.Services.Installation.Accounts.ChangeAsync(
                slot,
                visit.CallIn(slot.Current),
                draft =>
                {
                    var now = draft.Account.LoginProfiles.Find(profile.Key) is { } found && found.Password == profile.Password ? found : throw new PasswordMovedException();
                    var changed = now.WithPassword(hash, resetRequired: false, draft.Now);
                    draft.Put(changed);
                    return changed.Changed;
                },
                _ => Row.Note(AuditEvent.Table, happened.EventId, happened.ToJson()),
                cancel);
        }
        catch (PasswordMovedException)
        {
            return null;
        }
    }

    private static ValueTask ShowAsync(Visit visit, string? why) => visit.ShowAsync(
        "Change your password",
        Html.Of($"""
            {Html.When(why is not null, $"""<p class="wrong" role="alert">{why}</p>""")}
            <p>You must change your password to go on.</p>
            <form method="post" action="{SignInFlow.ChangePath}">
            {visit.FormToken}
            {Fields}
            <button type="submit">Change password</button>
            </form>
            <p><a href="/signin">Cancel</a></p>
            """));

    /// <summary>The fields of a change, here and on the page of security credentials.</summary>
    internal static Html Fields => new("""
        <label for="oldPassword">Old password</label>
        <input type="password" id="oldPassword" name="oldPassword" required autocomplete="current-password">
        <label for="newPassword">New password</label>
        <input type="password" id="newPassword" name="newPassword" required autocomplete="new-password">
        <label for="newPasswordAgain">New password, once more</label>
        <input type="password" id="newPasswordAgain" name="newPasswordAgain" required autocomplete="new-password">
        """);

    // Ends a change with nothing written.
    private sealed class PasswordMovedException : Exception;
}
