using Gatehouse.SignIn.Console;
using Gatehouse.SignIn.Pages;
using Gatehouse.SignIn.Passkeys;

namespace Gatehouse.SignIn.Entrance;

/// <summary>The step of those who may not sign in without a second factor and have none: they bring one in, and can do nothing else [AU-616].</summary>
internal sealed class RegisterPage : IPage
{
    private const string EnablePath = SignInFlow.RegisterPath + "/enable";
    private const string PasskeyPath = SignInFlow.RegisterPath + "/passkey";
    private const string Title = "Multi-factor authentication is required";

    public IEnumerable<Route> Routes =>
    [
        new("GET", SignInFlow.RegisterPath, ShowAsync),
        new("POST", SignInFlow.RegisterPath, MakeAsync),
        new("POST", EnablePath, EnableAsync),
        new("POST", PasskeyPath, RegisterPasskeyAsync),
    ];

    private static async ValueTask ShowAsync(Visit visit, CancellationToken cancel)
    {
        if (SignInFlow.Find(visit) is not { Registering: not null } pending)
        {
            await SignInFlow.StartOverAsync(visit);
            return;
        }

        await ShowAsync(visit, pending, IdOf(visit), null, cancel);
    }

    private static async ValueTask MakeAsync(Visit visit, CancellationToken cancel)
    {
        if (SignInFlow.Find(visit) is not { Registering: { } credentials } pending)
        {
            await SignInFlow.StartOverAsync(visit);
            return;
        }

        try
        {
            await visit.ShowAsync(Title, await DeviceForms.MakeAsync(visit, EnablePath, credentials, cancel));
        }
        catch (ApiRefusal refusal)
        {
            await ShowAsync(visit, pending, IdOf(visit), refusal.Message, cancel);
        }
    }

    private static async ValueTask EnableAsync(Visit visit, CancellationToken cancel)
    {
        if (SignInFlow.Take(visit) is not { Registering: { } credentials } pending)
        {
            await SignInFlow.StartOverAsync(visit);
            return;
        }

        try
        {
            // Two codes of a device were shown just now: that is a second factor, and no earlier than the device.
            var serial = await DeviceForms.EnableAsync(visit, credentials, cancel);
            await SignInFlow.GoOnAsync(visit, pending with { SecondFactor = visit.Services.Now, Device = serial, Registering = null }, cancel);
        }
        catch (ApiRefusal refusal)
        {
            if (await SignInFlow.KeepAsync(visit, pending) is not null)
            {
                await visit.ShowAsync(Title, Html.Of($"""<p class="wrong" role="alert">{refusal.Message}</p>{DeviceForms.Codes(visit, EnablePath, "serialNumber", visit.Field("serialNumber") ?? "")}"""));
            }
        }
    }

    private static async ValueTask RegisterPasskeyAsync(Visit visit, CancellationToken cancel)
    {
        var id = IdOf(visit);
        if (SignInFlow.Take(visit) is not { Registering: { } credentials } pending || await visit.Services.Installation.Accounts.FindAsync(pending.Account, cancel) is not { } slot)
        {
            await SignInFlow.StartOverAsync(visit);
            return;
        }

        // A new passkey has not signed anything yet: it is asked to in the next step.
        if (await PasskeyEnrolment.RegisterAsync(visit, credentials, id, slot.Current, pending.Owner, cancel) is not { } why)
        {
            await SignInFlow.GoOnAsync(visit, pending with { Registering = null }, cancel);
        }
        else if (await SignInFlow.KeepAsync(visit, pending) is { } next)
        {
            await ShowAsync(visit, pending, next, why, cancel);
        }
    }

    private static async ValueTask ShowAsync(Visit visit, PendingSignIn pending, string id, string? why, CancellationToken cancel)
    {
        if (await visit.Services.Installation.Accounts.FindAsync(pending.Account, cancel) is not { } slot)
        {
            await SignInFlow.StartOverAsync(visit);
            return;
        }

        await visit.ShowAsync(
            Title,
            Html.Of($"""
                {Html.When(why is not null, $"""<p class="wrong" role="alert">{why}</p>""")}
                <p>You need a second factor to sign in, and have none yet.</p>
                <h2>A passkey or security key</h2>
                {PasskeyEnrolment.Form(visit, PasskeyPath, id, slot.Current, pending.Owner)}
                <h2>An authenticator app</h2>
                {DeviceForms.Name(visit, SignInFlow.RegisterPath, pending.Registering!.Contents)}
                <p><a href="/signin">Cancel</a></p>
                """),
            script: PasskeyScript.Path);
    }

    // INVARIANT: who is found by a cookie has one.
    private static string IdOf(Visit visit) => Cookies.Read(visit.Http, visit.Secure, Cookies.Pending) ?? "";
}
