using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Accounts.Storage;
using Gatehouse.SignIn.Console;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Portal;

/// <summary>Where people of an identity store bring in authenticator apps: on the way in where everybody needs one, or from the portal.</summary>
internal sealed class PortalDevicePage : IPage
{
    private const string EnablePath = PortalFlow.DevicePath + "/enable";
    private const string RemovePath = PortalFlow.DevicePath + "/remove";
    private const string Title = "Authenticator app";
    private const int Most = 8;

    public IEnumerable<Route> Routes =>
    [
        new("GET", PortalFlow.DevicePath, MakeAsync),
        new("POST", EnablePath, EnableAsync),
        new("POST", RemovePath, RemoveAsync),
    ];

    /// <summary>The devices that somebody has, and what can be done about them.</summary>
    internal static Html List(Visit visit, PortalVisitor who) => Html.Of($"""
        <h2>Authenticator apps</h2>
        {Html.When(who.User.Devices.IsEmpty, $"""<p>You have none: a password alone lets you in.</p>""")}
        {Html.Of(who.User.Devices.Select(device => Html.Of($"""
            <form method="post" action="{RemovePath}">
            {visit.FormToken}<input type="hidden" name="serialNumber" value="{device.SerialNumber}">
            <p>Added {device.Enabled ?? device.Created} {Html.When(MayChange(who), $"""<button type="submit" class="plain">Remove</button>""")}</p>
            </form>
            """)))}
        {(MayChange(who) ? Html.Of($"""<p><a href="{PortalFlow.DevicePath}">Add an authenticator app</a></p>""") : Html.Of($"""<p>To change them, sign out and sign in with a code.</p>"""))}
        """);

    // [T-25]: of whoever has one, a session that was begun without it neither brings in another nor takes it away. So it is for whoever is on the way in.
    private static async ValueTask<(PortalVisitor Who, bool OnTheWay)?> FindAsync(Visit visit, CancellationToken cancel) =>
        await PortalVisitor.FindAsync(visit, null, cancel) is { } signedIn && MayChange(signedIn) ? (signedIn, false)
        : await PortalFlow.FindAsync(visit, cancel) is ({ User.Devices.IsEmpty: true } pending, _) ? (pending, true)
        : null;

    private static bool MayChange(PortalVisitor who) => who.User.Devices.IsEmpty || who.Session.Device is not null;

    // A key is drawn each time that the page is opened; nothing is kept of one that shows no codes.
    private static async ValueTask MakeAsync(Visit visit, CancellationToken cancel)
    {
        if (await FindAsync(visit, cancel) is not var (who, _))
        {
            await PortalFlow.StartOverAsync(visit);
            return;
        }

        if (who.User.Devices.Length >= Most)
        {
            await visit.ShowAsync(Title, Html.Of($"""<p class="wrong" role="alert">You have {Most} already.</p>"""), status: 400);
            return;
        }

        var installation = visit.Services.Installation;
        var serial = $"{who.Session.UserArn}/mfa/{installation.Ids.NewUuid()}";
        var device = new MfaDevice
        {
            SerialNumber = serial,
            Kind = MfaDeviceKind.Virtual,
            Created = visit.Now,
            Seed = OneTimeCodes.DrawSeed(installation, who.Session.Account, serial, out var base32),
        };
        if (visit.Services.PortalDevices.TryIssue(new(who.User.Id, device), visit.Address) is not { } id)
        {
            await visit.WaitAsync(TimeSpan.FromMinutes(1));
            return;
        }

        await visit.ShowAsync(
            Title,
            Html.Of($"""
                <p>Scan this with the authenticator app, or type the key below it. It is shown only now.</p>
                <p><img class="qr" alt="QR code of the key below" src="data:image/png;base64,{Convert.ToBase64String(Enrolment.Picture(Enrolment.Address(who.User.UserName, who.Session.StoreId, base32)))}"></p>
                <p>Key: <code>{Encoding.ASCII.GetString(base32)}</code></p>
                {Codes(visit, id)}
                """));
    }

    private static async ValueTask EnableAsync(Visit visit, CancellationToken cancel)
    {
        var id = visit.Field("device");
        if (await FindAsync(visit, cancel) is not var (who, onTheWay) || !visit.Services.PortalDevices.TryFind(id, out var made) || made.UserId != who.User.Id)
        {
            await PortalFlow.StartOverAsync(visit);
            return;
        }

        if (await CommitAsync(visit, who, made.Device, onTheWay ? 1 : Most, cancel) is not { } changed)
        {
            await visit.ShowAsync(Title, Html.Of($"""<p class="wrong" role="alert">These are not two codes that follow each other. Wait for the next ones.</p>{Codes(visit, id!)}"""));
            return;
        }

        visit.Services.PortalDevices.TryTake(id, out _);
        if (onTheWay && await PortalFlow.TakeAsync(visit, cancel) is var (_, returnTo))
        {
            // Two codes of a device were shown just now: that is a second factor.
            await PortalFlow.GoOnAsync(visit, who with { User = changed, Session = who.Session with { Device = made.Device.SerialNumber } }, returnTo);
            return;
        }

        if (who.Session.Device is null)
        {
            // So it is here; and what may do more has another id [AU-710].
            Underway.Take(visit, visit.Services.Portal, Cookies.Portal);
            if (await Underway.KeepAsync(visit, visit.Services.Portal, Cookies.Portal, who.Session with { Device = made.Device.SerialNumber }) is null)
            {
                return;
            }
        }

        await visit.GoAsync(StartAddress.Path + who.Session.StoreId);
    }

    private static async ValueTask<IdentityUser?> CommitAsync(Visit visit, PortalVisitor who, MfaDevice device, int most, CancellationToken cancel)
    {
        var (first, second) = ((visit.Field("code1") ?? "").Trim(), (visit.Field("code2") ?? "").Trim());
        if (first.Length != Totp.Digits || second.Length != Totp.Digits || !(first + second).All(char.IsAsciiDigit)
            || OneTimeCodes.AcceptPair(visit.Services.Installation, who.Session.Account, device, first, second, OneTimeCodes.EnableRange, visit.Now) is not { } accepted)
        {
            return null;
        }

        return await ChangeAsync(visit, who, "RegisterMfaDevice", accepted.SerialNumber, user => user.Devices.Length < most && user.Devices.All(known => known.SerialNumber != accepted.SerialNumber) ? user with { Devices = user.Devices.Add(accepted with { Enabled = visit.Now }) } : null, cancel);
    }

    private static async ValueTask RemoveAsync(Visit visit, CancellationToken cancel)
    {
        if (await PortalVisitor.FindAsync(visit, null, cancel) is not { } who || !MayChange(who))
        {
            await PortalFlow.StartOverAsync(visit);
            return;
        }

        // Sessions that were begun with it, this one perhaps among them, are over.
        var serial = visit.Field("serialNumber");
        if (who.User.Devices.Any(device => device.SerialNumber == serial))
        {
            await ChangeAsync(visit, who, "DeregisterMfaDevice", serial!, user => user with { Devices = user.Devices.RemoveAll(device => device.SerialNumber == serial) }, cancel);
        }

        await visit.GoAsync(StartAddress.Path + who.Session.StoreId);
    }

    private static async ValueTask<IdentityUser?> ChangeAsync(Visit visit, PortalVisitor who, string name, string serial, Func<IdentityUser, IdentityUser?> change, CancellationToken cancel)
    {
        var happened = PortalEvents.Of(visit, name, who) with { RequestParameters = JsonObjects.Write(json => json.WriteString("serialNumber"u8, serial)) };
        return await visit.Services.Installation.Accounts.ChangeAsync(
            who.Slot,
            visit.CallIn(who.Slot.Current),
            draft =>
            {
                if (draft.Account.IdentityUsers.FindById(who.User.Id) is not { } now || change(now) is not { } changed)
                {
                    return null;
                }

                draft.Put(changed);
                return changed;
            },
            _ => Row.Note(AuditEvent.Table, happened.EventId, happened.ToJson()),
            cancel);
    }

    private static Html Codes(Visit visit, string id) => Html.Of($"""{DeviceForms.Codes(visit, EnablePath, "device", id)}<p><a href="/start">Cancel</a></p>""");
}
