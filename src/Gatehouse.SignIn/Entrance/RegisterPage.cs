using Gatehouse.SignIn.Console;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Entrance;

/// <summary>The step of those who may not sign in without a second factor and have none: they bring one in, and can do nothing else [AU-616].</summary>
internal sealed class RegisterPage : IPage
{
    private const string EnablePath = SignInFlow.RegisterPath + "/enable";
    private const string Title = "Multi-factor authentication is required";

    public IEnumerable<Route> Routes =>
    [
        new("GET", SignInFlow.RegisterPath, static (visit, _) => SignInFlow.Find(visit) is { Registering: { } credentials } ? ShowAsync(visit, credentials, null) : SignInFlow.StartOverAsync(visit)),
        new("POST", SignInFlow.RegisterPath, MakeAsync),
        new("POST", EnablePath, EnableAsync),
    ];

    private static async ValueTask MakeAsync(Visit visit, CancellationToken cancel)
    {
        if (SignInFlow.Find(visit) is not { Registering: { } credentials })
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
            await ShowAsync(visit, credentials, refusal.Message);
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
            // Two codes of a device were shown just now: that is a second factor.
            var serial = await DeviceForms.EnableAsync(visit, credentials, cancel);
            await SignInFlow.GoOnAsync(visit, pending with { SecondFactor = visit.Now, Device = serial, Registering = null }, cancel);
        }
        catch (ApiRefusal refusal)
        {
            if (await SignInFlow.KeepAsync(visit, pending))
            {
                await visit.ShowAsync(Title, Html.Of($"""<p class="wrong" role="alert">{refusal.Message}</p>{DeviceForms.Codes(visit, EnablePath, visit.Field("serialNumber") ?? "")}"""));
            }
        }
    }

    private static ValueTask ShowAsync(Visit visit, Accounts.Sessions.IssuedSession credentials, string? why) => visit.ShowAsync(
        Title,
        Html.Of($"""
            {Html.When(why is not null, $"""<p class="wrong" role="alert">{why}</p>""")}
            <p>You need a second factor to sign in, and have none yet.</p>
            {DeviceForms.Name(visit, SignInFlow.RegisterPath, credentials.Contents)}
            <p><a href="/signin">Cancel</a></p>
            """));
}
