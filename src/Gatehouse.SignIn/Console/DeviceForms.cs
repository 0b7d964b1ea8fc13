using System.Xml.Linq;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Sessions;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Console;

/// <summary>The two forms with which somebody brings in an authenticator app: its name, then the picture and two codes. IAM itself does the work.</summary>
internal static class DeviceForms
{
    private const string Root = "root";

    /// <summary>The name under which IAM knows the owner of devices.</summary>
    internal static string OwnerOf(SessionContents session) => session.PrincipalId == session.Account ? Root : session.PrincipalArn[(session.PrincipalArn.LastIndexOf('/') + 1)..];

    /// <summary>Asks for the name.</summary>
    internal static Html Name(Visit visit, string action, SessionContents session, Account account) => Html.Of($"""
        <form method="post" action="{action}">
        {visit.FormToken}
        <label for="deviceName">Name of the device</label>
        <input type="text" id="deviceName" name="deviceName" value="{FreeNameFor(OwnerOf(session), account)}" required maxlength="226" pattern="[\w+=,.@\-]+">
        <button type="submit">Set up an authenticator app</button>
        </form>
        """);

    /// <summary>Makes the device, and shows what the authenticator needs. This is the only time that it is shown.</summary>
    /// <returns>The page, and the device's serial number.</returns>
    /// <exception cref="ApiRefusal">IAM refused.</exception>
    internal static async ValueTask<(Html Page, string SerialNumber)> MakeAsync(Visit visit, string action, IssuedSession credentials, CancellationToken cancel)
    {
        var made = await visit.Services.Api.CallAsync(credentials, visit.Http, "iam", "CreateVirtualMFADevice", [new("VirtualMFADeviceName", visit.Field("deviceName") ?? "")], cancel);
        var seed = System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(Text(made, "Base32StringSeed")));
        var serial = Text(made, "SerialNumber");
        return (Html.Of($"""
            <p>Scan this with the authenticator app, or type the key below it. It is shown only now.</p>
            <p><img class="qr" alt="QR code of the key below" src="data:image/png;base64,{Text(made, "QRCodePNG")}"></p>
            <p>Key: <code>{seed}</code></p>
            {Codes(visit, action, "serialNumber", serial)}
            """), serial);
    }

    /// <summary>Asks for two codes of the device that a hidden field names.</summary>
    internal static Html Codes(Visit visit, string action, string field, string device) => Html.Of($"""
        <form method="post" action="{action}">
        {visit.FormToken}
        <input type="hidden" name="{field}" value="{device}">
        <label for="code1">A code that the app shows</label>
        <input type="text" id="code1" name="code1" required inputmode="numeric" autocomplete="off" maxlength="8">
        <label for="code2">The code that it shows next</label>
        <input type="text" id="code2" name="code2" required inputmode="numeric" autocomplete="off" maxlength="8">
        <button type="submit">Add the device</button>
        </form>
        """);

    /// <summary>Gives the device to its owner, who shows two codes.</summary>
    /// <returns>Its serial number.</returns>
    /// <exception cref="ApiRefusal">IAM refused.</exception>
    internal static async ValueTask<string> EnableAsync(Visit visit, IssuedSession credentials, CancellationToken cancel)
    {
        var serial = visit.Field("serialNumber") ?? "";
        KeyValuePair<string, string>[] fields =
        [
            new("UserName", OwnerOf(credentials.Contents)), new("SerialNumber", serial),
            new("AuthenticationCode1", (visit.Field("code1") ?? "").Trim()), new("AuthenticationCode2", (visit.Field("code2") ?? "").Trim()),
        ];
        await visit.Services.Api.CallAsync(credentials, visit.Http, "iam", "EnableMFADevice", fields, cancel);
        return serial;
    }

    // A device that was made and never shown codes keeps its name; whoever comes back gets the next.
    private static string FreeNameFor(string owner, Account account)
    {
        var name = owner + "-authenticator";
        for (var number = 2; number < 100 && account.MfaDevices.Contains(Accounts.Identity.Arn.Iam(account.Id, "mfa/" + name).Text); number++)
        {
            name = $"{owner}-authenticator-{number}";
        }

        return name;
    }

    /// <summary>The text of an element of an answer.</summary>
    internal static string Text(XElement answer, string name) => answer.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? "";
}
