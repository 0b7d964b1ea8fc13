using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Accounts.Storage;
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
        if (await CheckAsync(visit, SignInFlow.Find(visit), cancel) is { } step)
        {
            await ShowAsync(visit, step, IdOf(visit), null);
        }
    }

    private static async ValueTask MakeAsync(Visit visit, CancellationToken cancel)
    {
        if (await CheckAsync(visit, SignInFlow.Take(visit), cancel) is not { } step)
        {
            return;
        }

        var (pending, why) = (step.Pending, (string?)null);
        var page = Html.None;
        try
        {
            pending = await AbandonAsync(visit, step, cancel);
            (page, var serial) = await DeviceForms.MakeAsync(visit, EnablePath, step.Credentials, cancel);
            pending = pending with { Made = serial };
        }
        catch (ApiRefusal refusal)
        {
            why = refusal.Message;
        }

        if (await SignInFlow.KeepAsync(visit, pending) is not { } id)
        {
            return;
        }

        if (why is null)
        {
            await visit.ShowAsync(Title, page);
        }
        else
        {
            await ShowAsync(visit, step, id, why);
        }
    }

    private static async ValueTask EnableAsync(Visit visit, CancellationToken cancel)
    {
        if (await CheckAsync(visit, SignInFlow.Take(visit), cancel) is not { } step)
        {
            return;
        }

        try
        {
            // Two codes of a device were shown just now: that is a second factor, and no earlier than the device.
            var serial = await DeviceForms.EnableAsync(visit, step.Credentials, cancel);
            await SignInFlow.GoOnAsync(visit, step.Pending with { SecondFactor = visit.Services.Now, Device = serial, Registering = null, Made = null }, cancel);
        }
        catch (ApiRefusal refusal)
        {
            if (await SignInFlow.KeepAsync(visit, step.Pending) is not null)
            {
                await visit.ShowAsync(Title, Html.Of($"""<p class="wrong" role="alert">{refusal.Message}</p>{DeviceForms.Codes(visit, EnablePath, "serialNumber", visit.Field("serialNumber") ?? "")}"""));
            }
        }
    }

    private static async ValueTask RegisterPasskeyAsync(Visit visit, CancellationToken cancel)
    {
        var id = IdOf(visit);
        if (await CheckAsync(visit, SignInFlow.Take(visit), cancel) is not { } step)
        {
            return;
        }

        // A new passkey has not signed anything yet: it is asked to in the next step.
        if (await PasskeyEnrolment.RegisterAsync(visit, step.Credentials, id, step.Account, step.Pending.Owner, cancel) is not { } why)
        {
            await SignInFlow.GoOnAsync(visit, await AbandonAsync(visit, step, cancel) with { Registering = null }, cancel);
        }
        else if (await SignInFlow.KeepAsync(visit, step.Pending) is { } next)
        {
            await ShowAsync(visit, step, next, why);
        }
    }

    // Whoever got another password or a device meanwhile begins anew: what was begun with the old password alone goes around neither.
    private static async ValueTask<Step?> CheckAsync(Visit visit, PendingSignIn? pending, CancellationToken cancel)
    {
        if (pending is { Registering: { } credentials } && await visit.Services.Installation.Accounts.FindAsync(pending.Account, cancel) is { } slot
            && slot.Current.LoginProfiles.Find(pending.Owner)?.Changed == pending.PasswordOf && slot.Current.MfaDevices.OwnedBy(pending.Owner).Length == 0)
        {
            return new(pending, credentials, slot);
        }

        await SignInFlow.StartOverAsync(visit);
        return null;
    }

    // What was made in this sign-in and never showed codes is of no use any more: nobody leaves a heap of it, whatever else they may delete.
    private static async ValueTask<PendingSignIn> AbandonAsync(Visit visit, Step step, CancellationToken cancel)
    {
        if (step.Pending.Made is { } made && step.Account.MfaDevices.Find(made) is { Holder: null })
        {
            var happened = SignInEvents.DeviceAbandoned(visit, step.Account, step.Pending.Owner, made);
            await visit.Services.Installation.Accounts.ChangeAsync(
                step.Slot,
                visit.CallIn(step.Account),
                draft =>
                {
                    if (draft.Account.MfaDevices.Find(made) is { Holder: null } device)
                    {
                        draft.Remove(device);
                    }

                    return true;
                },
                _ => Row.Note(AuditEvent.Table, happened.EventId, happened.ToJson()),
                cancel);
        }

        return step.Pending with { Made = null };
    }

    private static ValueTask ShowAsync(Visit visit, Step step, string id, string? why) => visit.ShowAsync(
        Title,
        Html.Of($"""
            {Html.When(why is not null, $"""<p class="wrong" role="alert">{why}</p>""")}
            <p>You need a second factor to sign in, and have none yet.</p>
            <h2>A passkey or security key</h2>
            {PasskeyEnrolment.Form(visit, PasskeyPath, id, step.Account, step.Pending.Owner)}
            <h2>An authenticator app</h2>
            {DeviceForms.Name(visit, SignInFlow.RegisterPath, step.Credentials.Contents, step.Account)}
            <p><a href="/signin">Cancel</a></p>
            """),
        script: PasskeyScript.Path);

    // INVARIANT: who is found by a cookie has one.
    private static string IdOf(Visit visit) => Cookies.Read(visit.Http, visit.Secure, Cookies.Pending) ?? "";

    private sealed record Step(PendingSignIn Pending, IssuedSession Credentials, AccountSlot Slot)
    {
        internal Account Account => Slot.Current;
    }
}
