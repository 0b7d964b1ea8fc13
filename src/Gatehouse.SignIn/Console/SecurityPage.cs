using System.Globalization;
using System.Xml.Linq;
using Gatehouse.Accounts;
using Gatehouse.SignIn.Entrance;
using Gatehouse.SignIn.Pages;
using Gatehouse.SignIn.Passkeys;

namespace Gatehouse.SignIn.Console;

/// <summary>The security credentials of whoever is signed in: password and second factors. All of it is IAM's own operations, under the policies of the user.</summary>
internal sealed class SecurityPage : IPage
{
    private const string Path = "/console/security";
    private const string Title = "Security credentials";

    public IEnumerable<Route> Routes =>
    [
        new("GET", Path, static (visit, cancel) => ShowAsync(visit, null, null, cancel)) { SignedInOnly = true },
        new("POST", Path + "/password", ChangePasswordAsync) { SignedInOnly = true },
        new("POST", Path + "/device", static (visit, cancel) => TryAsync(visit, static (visit, cancel) => MakeAsync(visit, cancel), cancel)) { SignedInOnly = true },
        new("POST", Path + "/device/enable", static (visit, cancel) => TryAsync(visit, static (visit, cancel) => EnableAsync(visit, cancel), cancel)) { SignedInOnly = true },
        new("POST", Path + "/passkey", RegisterPasskeyAsync) { SignedInOnly = true },
        new("POST", Path + "/device/remove", static (visit, cancel) => TryAsync(visit, static (visit, cancel) => RemoveAsync(visit, cancel), cancel)) { SignedInOnly = true },
    ];

    private static async ValueTask TryAsync(Visit visit, Func<Visit, CancellationToken, ValueTask> work, CancellationToken cancel)
    {
        try
        {
            await work(visit, cancel);
        }
        catch (ApiRefusal refusal)
        {
            await ShowAsync(visit, refusal.Message, null, cancel);
        }
    }

    private static async ValueTask ChangePasswordAsync(Visit visit, CancellationToken cancel)
    {
        var (old, next, again) = (visit.Password("oldPassword"), visit.Password("newPassword"), visit.Password("newPasswordAgain"));
        if (next != again)
        {
            await ShowAsync(visit, "The two new passwords differ.", null, cancel);
            return;
        }

        var (session, slot) = (visit.SignedIn!.Session, visit.SignedIn.Slot);
        try
        {
            await visit.Services.Api.CallAsync(session.Credentials, visit.Http, "iam", "ChangePassword", [new("OldPassword", old), new("NewPassword", next)], cancel);
        }
        catch (ApiRefusal refusal)
        {
            await ShowAsync(visit, refusal.Message, null, cancel);
            return;
        }

        // The other sessions of the user end with the old password; this one has shown the new one.
        visit.Renew(now => now with { PasswordOf = slot.Current.LoginProfiles.Find(now.Owner)?.Changed });
        await ShowAsync(visit, null, "Your password was changed. Your other sessions have ended.", cancel);
    }

    private static async ValueTask MakeAsync(Visit visit, CancellationToken cancel) =>
        await visit.ShowAsync("Set up an authenticator app", (await DeviceForms.MakeAsync(visit, Path + "/device/enable", visit.SignedIn!.Session.Credentials, cancel)).Page, wide: true);

    private static async ValueTask EnableAsync(Visit visit, CancellationToken cancel)
    {
        try
        {
            await DeviceForms.EnableAsync(visit, visit.SignedIn!.Session.Credentials, cancel);
        }
        catch (ApiRefusal refusal) when (refusal.Code == "InvalidAuthenticationCode")
        {
            await visit.ShowAsync(
                "Set up an authenticator app",
                Html.Of($"""<p class="wrong" role="alert">{refusal.Message}</p>{DeviceForms.Codes(visit, Path + "/device/enable", "serialNumber", visit.Field("serialNumber") ?? "")}"""),
                wide: true);
            return;
        }

        await ShowAsync(visit, null, "The device was added. You are asked for it the next time you sign in.", cancel);
    }

    private static async ValueTask RegisterPasskeyAsync(Visit visit, CancellationToken cancel)
    {
        var somebody = visit.SignedIn!;
        var why = await PasskeyEnrolment.RegisterAsync(visit, somebody.Session.Credentials, somebody.Id, somebody.Slot.Current, somebody.Session.Owner, cancel);
        await ShowAsync(visit, why, why is null ? "The passkey was added. You are asked for it the next time you sign in." : null, cancel);
    }

    private static async ValueTask RemoveAsync(Visit visit, CancellationToken cancel)
    {
        var (session, serial) = (visit.SignedIn!.Session, visit.Field("serialNumber") ?? "");

        // [AU-710]: the user's other sessions end with the device, not the one that removes it.
        visit.Services.Sessions.Note(visit.SignedIn.Id, static seen => seen with { Devices = null });
        await visit.Services.Api.CallAsync(
            session.Credentials, visit.Http, "iam", "DeactivateMFADevice", [new("UserName", DeviceForms.OwnerOf(session.Contents)), new("SerialNumber", serial)], cancel);
        if (serial.Contains(":mfa/", StringComparison.Ordinal))
        {
            await visit.Services.Api.CallAsync(session.Credentials, visit.Http, "iam", "DeleteVirtualMFADevice", [new("SerialNumber", serial)], cancel);
        }

        if (session.Device == serial)
        {
            // [AU-710]: what was begun with a device ends with it.
            visit.End();
            await visit.GoAsync("/signin");
            return;
        }

        await ShowAsync(visit, null, "The device was removed.", cancel);
    }

    private static async ValueTask ShowAsync(Visit visit, string? wrong, string? done, CancellationToken cancel)
    {
        var kind = visit.SignedIn!.Caller.Kind;
        var hasDevices = kind is CallerKind.User or CallerKind.Root;
        var devices = hasDevices ? await DevicesAsync(visit, cancel) : Html.Of($"<p>This session is of a {(kind == CallerKind.AssumedRole ? "role" : "federated user")}: it has no password and no devices of its own.</p>");
        await visit.ShowAsync(
            Title,
            Html.Of($"""
                {Html.When(wrong is not null, $"""<p class="wrong" role="alert">{wrong}</p>""")}
                {Html.When(done is not null, $"""<p class="done" role="status">{done}</p>""")}
                {(kind == CallerKind.User ? Password(visit) : Html.None)}
                {devices}
                """),
            wrong is null ? 200 : 400,
            wide: true,
            script: hasDevices ? PasskeyScript.Path : null);
    }

    private static Html Password(Visit visit) => Html.Of($"""
        <h2>Password</h2>
        <form method="post" action="{Path}/password">
        {visit.FormToken}
        {ChangePage.Fields}
        <button type="submit">Change password</button>
        </form>
        """);

    private static async ValueTask<Html> DevicesAsync(Visit visit, CancellationToken cancel)
    {
        var session = visit.SignedIn!.Session;
        Html list;
        try
        {
            var answer = await visit.Services.Api.CallAsync(session.Credentials, visit.Http, "iam", "ListMFADevices", [], cancel);
            var devices = answer.Descendants().Where(static element => element.Name.LocalName == "member").ToList();
            list = devices.Count == 0 ? Html.Of($"<p>None.</p>") : Html.Of($"""
                <table>
                <thead><tr><th scope="col">Device</th><th scope="col">Since</th><th scope="col">Remove</th></tr></thead>
                <tbody>{Html.Of(devices.Select(device => RowOf(visit, device)))}</tbody>
                </table>
                """);
        }
        catch (ApiRefusal refusal)
        {
            list = Html.Of($"<p>{refusal.Message}</p>");
        }

        return Html.Of($"""
            <h2>Multi-factor authentication</h2>
            {list}
            <h3>Add a passkey or security key</h3>
            {PasskeyEnrolment.Form(visit, Path + "/passkey", visit.SignedIn.Id, visit.SignedIn.Slot.Current, session.Owner)}
            <h3>Add an authenticator app</h3>
            {DeviceForms.Name(visit, Path + "/device", session.Contents, visit.SignedIn.Slot.Current)}
            """);
    }

    private static Html RowOf(Visit visit, XElement device)
    {
        var serial = DeviceForms.Text(device, "SerialNumber");
        return Html.Of($"""
            <tr>
            <td><code>{serial}</code>{PasskeyEnrolment.Mark(visit.SignedIn!.Slot.Current.MfaDevices.Find(serial))}</td>
            <td>{DateTimeOffset.Parse(DeviceForms.Text(device, "EnableDate"), CultureInfo.InvariantCulture)}</td>
            <td><form method="post" action="{Path}/device/remove">{visit.FormToken}<input type="hidden" name="serialNumber" value="{serial}"><button type="submit" class="plain" aria-label="Remove {serial[(serial.LastIndexOf('/') + 1)..]}">Remove</button></form></td>
            </tr>

            """);
    }
}
