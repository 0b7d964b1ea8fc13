using Gatehouse.Accounts;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Mfa;
using Gatehouse.SignIn.Entrance;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Portal;

/// <summary>Leads a sign-in at the portal from step to step: second factor, a password of one's own, a device where everybody needs one, the session.</summary>
internal static class PortalFlow
{
    internal const string CodePath = "/start/code";
    internal const string PasswordPath = "/start/password";
    internal const string DevicePath = "/start/device";

    /// <summary>Goes on with a sign-in.</summary>
    internal static ValueTask GoOnAsync(Visit visit, PortalVisitor who, string? returnTo)
    {
        var next = !who.User.Devices.IsEmpty && who.Session.Device is null ? CodePath
            : who.User.PasswordResetRequired ? PasswordPath
            : who.User.Devices.IsEmpty && visit.Services.Installation.SecondFactorIn(who.Slot.Current) >= SecondFactorNeed.All ? DevicePath
            : null;
        return next is null ? CompleteAsync(visit, who, returnTo) : StepAsync(visit, new(who.Session, returnTo), next);
    }

    /// <summary>The sign-in that a browser is in the middle of, to be looked at; null when it is in none, or what it began with is not so any more.</summary>
    internal static ValueTask<(PortalVisitor Who, string? ReturnTo)?> FindAsync(Visit visit, CancellationToken cancel) =>
        OfAsync(visit, Underway.Find(visit, visit.Services.PortalPending, Cookies.PortalPending), cancel);

    /// <summary>The same, taken: each step can be done once.</summary>
    internal static ValueTask<(PortalVisitor Who, string? ReturnTo)?> TakeAsync(Visit visit, CancellationToken cancel) =>
        OfAsync(visit, Underway.Take(visit, visit.Services.PortalPending, Cookies.PortalPending), cancel);

    /// <summary>Keeps a sign-in for its next request, under another id.</summary>
    /// <returns>False when too many wait, and the visit is answered then.</returns>
    internal static async ValueTask<bool> KeepAsync(Visit visit, PendingPortal pending) =>
        await Underway.KeepAsync(visit, visit.Services.PortalPending, Cookies.PortalPending, pending) is not null;

    /// <summary>Has the browser begin anew: what it was in the middle of is gone, or not true any more.</summary>
    internal static ValueTask StartOverAsync(Visit visit)
    {
        Cookies.Drop(visit.Http, visit.Secure, Cookies.PortalPending);
        return visit.GoAsync("/start");
    }

    private static async ValueTask<(PortalVisitor Who, string? ReturnTo)?> OfAsync(Visit visit, PendingPortal? pending, CancellationToken cancel) =>
        pending is not null && await visit.Services.Installation.Accounts.FindAsync(pending.Session.Account, cancel) is { } slot && pending.Session.FindUser(slot.Current, null, visit.Now) is { } user
            ? (new(pending.Session, user, slot), pending.ReturnTo)
            : null;

    private static async ValueTask StepAsync(Visit visit, PendingPortal pending, string path)
    {
        if (await KeepAsync(visit, pending))
        {
            await visit.GoAsync(path);
        }
    }

    private static async ValueTask CompleteAsync(Visit visit, PortalVisitor who, string? returnTo)
    {
        Underway.Take(visit, visit.Services.Portal, Cookies.Portal);
        if (await Underway.KeepAsync(visit, visit.Services.Portal, Cookies.Portal, who.Session) is null)
        {
            return;
        }

        Cookies.Drop(visit.Http, visit.Secure, Cookies.PortalPending);
        KnownBrowsers.Remember(visit, who.Session.Account, who.User.Id);
        who.Session.Remember(visit.Services.Installation, visit.Now);
        PortalEvents.SignedIn(visit, who);
        await visit.GoAsync(string.IsNullOrEmpty(returnTo) ? StartAddress.Path + who.Session.StoreId : returnTo);
    }
}
