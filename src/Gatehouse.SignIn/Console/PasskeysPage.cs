using Gatehouse.Accounts.Entities;
using Gatehouse.SignIn.Pages;
using Gatehouse.SignIn.Passkeys;

namespace Gatehouse.SignIn.Console;

/// <summary>The second factors of whoever is signed in: which there are, another passkey, and none any more of one [AU-600, AU-620].</summary>
/// <remarks>It acts with the rights of the session alone: what policies deny at the command line, they deny here.</remarks>
internal sealed class PasskeysPage : IPage
{
    private const string Path = "/console/passkeys";
    private const string RemovePath = Path + "/remove";

    public IEnumerable<Route> Routes =>
    [
        new("GET", Path, static (visit, cancel) => ShowAsync(visit, null, cancel)) { SignedInOnly = true },
        new("POST", Path, RegisterAsync) { SignedInOnly = true },
        new("POST", RemovePath, RemoveAsync) { SignedInOnly = true },
    ];

    private static async ValueTask RegisterAsync(Visit visit, CancellationToken cancel)
    {
        var somebody = visit.SignedIn!;
        var (serial, why) = await PasskeyEnrolment.RegisterAsync(visit, somebody.Session.Credentials, somebody.Id, somebody.Slot.Current, somebody.Session.Owner, cancel);
        await (serial is null ? ShowAsync(visit, why, cancel) : visit.GoAsync(Path));
    }

    private static async ValueTask RemoveAsync(Visit visit, CancellationToken cancel)
    {
        var credentials = visit.SignedIn!.Session.Credentials;
        KeyValuePair<string, string> serial = new("SerialNumber", visit.Field("serialNumber") ?? "");
        try
        {
            await visit.Services.Api.CallAsync(credentials, visit.Http, "DeactivateMFADevice", [serial], cancel);

            // A virtual device that is nobody's is of no use: AWS's console deletes it too.
            if (visit.SignedIn.Slot.Current.MfaDevices.Find(serial.Value)?.Kind == MfaDeviceKind.Virtual)
            {
                await visit.Services.Api.CallAsync(credentials, visit.Http, "DeleteVirtualMFADevice", [serial], cancel);
            }

            await visit.GoAsync(Path);
        }
        catch (ApiRefusal refusal)
        {
            await ShowAsync(visit, refusal.Message, cancel);
        }
    }

    private static async ValueTask ShowAsync(Visit visit, string? why, CancellationToken cancel)
    {
        var somebody = visit.SignedIn!;
        var devices = await ListAsync(visit, cancel);
        await visit.ShowAsync(
            "MFA devices",
            Html.Of($"""
                {Html.When(why is not null, $"""<p class="wrong" role="alert">{why}</p>""")}
                {devices}
                <h2>Register a passkey or security key</h2>
                {PasskeyEnrolment.Form(visit, Path, somebody.Id, somebody.Slot.Current, somebody.Session.Owner)}
                """),
            wide: true,
            script: PasskeyScript.Path);
    }

    private static async ValueTask<Html> ListAsync(Visit visit, CancellationToken cancel)
    {
        try
        {
            var answer = await visit.Services.Api.CallAsync(visit.SignedIn!.Session.Credentials, visit.Http, "ListMFADevices", [], cancel);
            var serials = answer.Descendants().Where(static element => element.Name.LocalName == "SerialNumber").Select(static element => element.Value).ToList();
            return serials.Count == 0 ? Html.Of($"<p>You have none. With one, a password that others get to know is not enough for them.</p>") : Html.Of($"""
                <table>
                <thead><tr><th scope="col">Device</th><th scope="col">Since</th><th scope="col">Remove</th></tr></thead>
                <tbody>
                {Html.Of(serials.Select(serial => RowOf(visit, serial)))}
                </tbody>
                </table>
                """);
        }
        catch (ApiRefusal refusal)
        {
            return Html.Of($"""<p class="hint">{refusal.Message}</p>""");
        }
    }

    private static Html RowOf(Visit visit, string serial)
    {
        var device = visit.SignedIn!.Slot.Current.MfaDevices.Find(serial);
        return Html.Of($"""
            <tr>
            <td><code>{serial}</code><br><span class="hint">{(device?.Passkey is not null ? "passkey or security key" : "one-time codes")}</span>
            {Html.When(device?.Passkey?.Copied is not null, $"""<p class="wrong">Refused since {device?.Passkey?.Copied ?? default}: its counter went back, so there is a copy of it. Remove it.</p>""")}</td>
            <td>{(device?.Enabled is { } since ? Html.Of($"{since}") : Html.None)}</td>
            <td><form method="post" action="{RemovePath}">{visit.FormToken}<input type="hidden" name="serialNumber" value="{serial}"><button type="submit" class="plain">Remove</button></form></td>
            </tr>

            """);
    }
}
