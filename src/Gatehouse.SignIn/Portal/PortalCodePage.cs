using Gatehouse.Accounts;
using Gatehouse.Accounts.Mfa;
using Gatehouse.SignIn.Entrance;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Portal;

/// <summary>The second step at the portal, for whoever has an authenticator app. It is asked for after a right password only [AU-704].</summary>
internal sealed class PortalCodePage : IPage
{
    public IEnumerable<Route> Routes =>
    [
        new("GET", PortalFlow.CodePath, static async (visit, cancel) => await (await PortalFlow.FindAsync(visit, cancel) is { Who.Session.Device: null } ? ShowAsync(visit, wrong: false) : PortalFlow.StartOverAsync(visit))),
        new("POST", PortalFlow.CodePath, TryAsync),
    ];

    private static async ValueTask TryAsync(Visit visit, CancellationToken cancel)
    {
        if (await PortalFlow.TakeAsync(visit, cancel) is not var (who, returnTo) || who.Session.Device is not null)
        {
            await PortalFlow.StartOverAsync(visit);
            return;
        }

        var code = (visit.Field("code") ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (await SpendAsync(visit, who, code, cancel) is { } device)
        {
            PortalEvents.Verified(visit, who.Session.Account, who.Session.StoreId, who.User.Id, PortalEvents.Code, right: true);
            await PortalFlow.GoOnAsync(visit, who with { Session = who.Session with { Device = device } }, returnTo);
            return;
        }

        PortalEvents.Verified(visit, who.Session.Account, who.Session.StoreId, who.User.Id, PortalEvents.Code, right: false);
        if (await PortalFlow.KeepAsync(visit, new(who.Session, returnTo)))
        {
            await ShowAsync(visit, wrong: true);
        }
    }

    // A code is spent in the account itself, so that no other request can spend it again [AU-612].
    private static async ValueTask<string?> SpendAsync(Visit visit, PortalVisitor who, string code, CancellationToken cancel)
    {
        if (code.Length != Totp.Digits || !code.All(char.IsAsciiDigit))
        {
            return null;
        }

        var installation = visit.Services.Installation;
        return await installation.Accounts.ChangeAsync(
            who.Slot,
            visit.CallIn(who.Slot.Current),
            draft =>
            {
                var user = draft.Account.IdentityUsers.FindById(who.User.Id);
                foreach (var device in user?.Devices ?? [])
                {
                    if (OneTimeCodes.Accept(installation, draft.Account.Id, device, code, visit.Now) is { } spent)
                    {
                        draft.Put(user! with { Devices = user.Devices.Replace(device, spent) });
                        return device.SerialNumber;
                    }
                }

                return null;
            },
            note: null,
            cancel);
    }

    private static ValueTask ShowAsync(Visit visit, bool wrong) => visit.ShowAsync(
        "Multi-factor authentication",
        Html.Of($"""
            {Html.When(wrong, $"""<p class="wrong" role="alert">{PasswordAttempt.Wrong}</p>""")}
            <form method="post" action="{PortalFlow.CodePath}">
            {visit.FormToken}
            <label for="code">Code of your authenticator app</label>
            <input type="text" id="code" name="code" required autofocus inputmode="numeric" autocomplete="one-time-code" maxlength="8">
            <p class="hint">Six digits, as your authenticator shows them now. Each code is good once.</p>
            <button type="submit">Submit</button>
            </form>
            <p><a href="/start">Cancel</a></p>
            """));
}
