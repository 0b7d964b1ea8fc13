using Gatehouse.Accounts;
using Gatehouse.Accounts.Mfa;
using Gatehouse.SignIn.Pages;
using Gatehouse.SignIn.Passkeys;

namespace Gatehouse.SignIn.Entrance;

/// <summary>The second step, for whoever has a second factor. It is asked for after a right password only [AU-704].</summary>
internal sealed class CodePage : IPage
{
    private const int CodeLength = 6;

    public IEnumerable<Route> Routes =>
    [
        new("GET", SignInFlow.CodePath, ShowAsync),
        new("POST", SignInFlow.CodePath, TryAsync),
    ];

    private static async ValueTask ShowAsync(Visit visit, CancellationToken cancel)
    {
        if (SignInFlow.Find(visit) is { SecondFactor: null, Registering: null } pending && await visit.Services.Installation.Accounts.FindAsync(pending.Account, cancel) is { } slot)
        {
            await ShowAsync(visit, slot.Current, pending.Owner, Cookies.Read(visit.Http, visit.Secure, Cookies.Pending)!, wrong: false);
            return;
        }

        await SignInFlow.StartOverAsync(visit);
    }

    private static async ValueTask TryAsync(Visit visit, CancellationToken cancel)
    {
        if (SignInFlow.Take(visit) is not { SecondFactor: null, Registering: null } pending || await visit.Services.Installation.Accounts.FindAsync(pending.Account, cancel) is not { } slot)
        {
            await SignInFlow.StartOverAsync(visit);
            return;
        }

        var code = (visit.Field("code") ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (await SpendAsync(visit, slot, pending.Owner, code, cancel) is { } device)
        {
            await SignInFlow.GoOnAsync(visit, pending with { SecondFactor = visit.Now, Device = device }, cancel);
            return;
        }

        SignInEvents.Failure(visit, slot.Current, pending.Owner, secondFactor: true);
        if (await SignInFlow.KeepAsync(visit, pending) is { } id)
        {
            await ShowAsync(visit, slot.Current, pending.Owner, id, wrong: true);
        }
    }

    // A code is spent in the account itself, so that no other request, here or at STS, can spend it again [AU-612].
    private static async ValueTask<string?> SpendAsync(Visit visit, AccountSlot slot, string owner, string code, CancellationToken cancel)
    {
        if (code.Length != CodeLength || !code.All(char.IsAsciiDigit))
        {
            return null;
        }

        var installation = visit.Services.Installation;
        return await installation.Accounts.ChangeAsync(
            slot,
            visit.CallIn(slot.Current),
            draft =>
            {
                foreach (var device in draft.Account.MfaDevices.OwnedBy(owner).Where(static device => device.Seed is not null))
                {
                    if (OneTimeCodes.Accept(installation, draft.Account.Id, device, code, visit.Now) is { } spent)
                    {
                        draft.Put(spent);
                        return device.SerialNumber;
                    }
                }

                return null;
            },
            note: null,
            cancel);
    }

    /// <summary>Asks for whatever the user has: a code, a passkey, or either.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="account">The account.</param>
    /// <param name="owner">The unique id of the user, or <see cref="Account.RootOwner"/>.</param>
    /// <param name="id">The secret id of the sign-in.</param>
    /// <param name="wrong">Whether what was shown before was wrong.</param>
    internal static ValueTask ShowAsync(Visit visit, Account account, string owner, string id, bool wrong)
    {
        var devices = account.MfaDevices.OwnedBy(owner);
        var passkeys = devices.Any(static device => device.Passkey is not null);
        return visit.ShowAsync(
            "Multi-factor authentication",
            Html.Of($"""
                {Html.When(wrong, $"""<p class="wrong" role="alert">{PasswordAttempt.Wrong}</p>""")}
                {PasskeyPage.Form(visit, id, account, owner)}
                {Html.When(!passkeys || devices.Any(static device => device.Seed is not null), $"""
                    <form method="post" action="{SignInFlow.CodePath}">
                    {visit.FormToken}
                    <label for="code">Code of your MFA device</label>
                    <input type="text" id="code" name="code" required{new Html(passkeys ? "" : " autofocus")} inputmode="numeric" autocomplete="one-time-code" maxlength="8">
                    <p class="hint">Six digits, as your authenticator shows them now. Each code is good once.</p>
                    <button type="submit">Submit</button>
                    </form>
                    """)}
                <p><a href="/signin">Cancel</a></p>
                """),
            script: passkeys ? PasskeyScript.Path : null);
    }
}
