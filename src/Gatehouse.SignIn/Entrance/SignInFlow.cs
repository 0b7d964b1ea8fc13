using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Accounts.Sessions;
using Gatehouse.SignIn.Pages;
using Gatehouse.SignIn.Sessions;

namespace Gatehouse.SignIn.Entrance;

/// <summary>Leads a sign-in from step to step: second factor, forced change of the password, the session.</summary>
internal static class SignInFlow
{
    internal const string CodePath = "/signin/code";
    internal const string ChangePath = "/signin/password";
    internal const string RegisterPath = "/signin/device";

    private static readonly TimeSpan RegisteringLife = TimeSpan.FromMinutes(15);

    /// <summary>Goes on with a sign-in.</summary>
    internal static async ValueTask GoOnAsync(Visit visit, PendingSignIn pending, CancellationToken cancel)
    {
        if (await visit.Services.Installation.Accounts.FindAsync(pending.Account, cancel) is not { } slot || slot.Current.LoginProfiles.Find(pending.Owner) is not { Password: not null } profile
            || profile.Changed != pending.PasswordOf)
        {
            await StartOverAsync(visit);
            return;
        }

        var account = slot.Current;
        var devices = account.MfaDevices.OwnedBy(pending.Owner);
        var expired = IsExpired(account, pending.Owner, profile, visit.Now);
        if (devices.Length > 0 && pending.SecondFactor is null)
        {
            await StepAsync(visit, pending, CodePath);
        }
        else if (expired == true)
        {
            await visit.RefuseAsync(403, "Password expired", "Your password has expired, and only an administrator can set another. Ask yours.");
        }
        else if (MustChange(account, profile, visit.Now))
        {
            await StepAsync(visit, pending, ChangePath);
        }
        else if (devices.Length == 0 && NeedsDevice(visit, account, pending.Owner))
        {
            await StepAsync(visit, pending with { Registering = Issue(visit, account, pending, SessionKind.Enrolment, RegisteringLife) }, RegisterPath);
        }
        else
        {
            await CompleteAsync(visit, slot, pending);
        }
    }

    /// <summary>Whether somebody must choose another password to go on, and may [AU-702].</summary>
    internal static bool MustChange(Account account, LoginProfile profile, DateTimeOffset now) =>
        IsExpired(account, profile.Key, profile, now) is var expired && expired != true && (profile.ResetRequired || expired is not null);

    /// <summary>The sign-in that a browser is in the middle of, to be looked at.</summary>
    internal static PendingSignIn? Find(Visit visit) => Underway.Find(visit, visit.Services.Pending, Cookies.Pending);

    /// <summary>The same, taken: each step can be done once.</summary>
    internal static PendingSignIn? Take(Visit visit) => Underway.Take(visit, visit.Services.Pending, Cookies.Pending);

    /// <summary>Keeps a sign-in for its next request, under another id.</summary>
    /// <returns>That id; null when too many wait, and the visit is answered then.</returns>
    internal static ValueTask<string?> KeepAsync(Visit visit, PendingSignIn pending) => Underway.KeepAsync(visit, visit.Services.Pending, Cookies.Pending, pending);

    /// <summary>Has the browser begin anew: what it was in the middle of is gone, or not true any more.</summary>
    internal static ValueTask StartOverAsync(Visit visit)
    {
        Cookies.Drop(visit.Http, visit.Secure, Cookies.Pending);
        return visit.GoAsync("/signin");
    }

    /// <summary>Draws credentials for somebody who has shown who they are.</summary>
    private static IssuedSession Issue(Visit visit, Account account, PendingSignIn pending, SessionKind kind, TimeSpan life)
    {
        var user = account.Users.FindById(pending.Owner);
        return visit.Services.Installation.TryIssue(account.Id, id => new()
        {
            Kind = kind,
            Account = account.Id,
            PrincipalId = user?.Id ?? account.Id,
            PrincipalArn = (user?.ArnIn(account.Id) ?? Accounts.Identity.Arn.Root(account.Id)).Text,
            SessionId = id,
            Issued = visit.Now,
            Expires = visit.Now + life,
            MfaTime = pending.SecondFactor,
        }) ?? throw new InvalidOperationException("A session without policies and tags does not fit into its token.");
    }

    private static async ValueTask StepAsync(Visit visit, PendingSignIn pending, string path)
    {
        if (await KeepAsync(visit, pending) is not null)
        {
            await visit.GoAsync(path);
        }
    }

    private static async ValueTask CompleteAsync(Visit visit, AccountSlot slot, PendingSignIn pending)
    {
        var credentials = Issue(visit, slot.Current, pending, SessionKind.SignIn, BrowserSessions.Longest);
        if (SessionStanding.Find(slot.Current, credentials.Contents, credentials.AccessKeyId, pending.PasswordOf, pending.Device) is not { } caller)
        {
            await StartOverAsync(visit);
            return;
        }

        visit.Begin(new()
        {
            Credentials = credentials,
            Began = visit.Now,
            LastSeen = visit.Now,
            PasswordOf = pending.PasswordOf,
            Device = pending.Device,
            Devices = BrowserSession.DevicesOf(slot.Current, pending.Owner),
            Address = visit.Address?.ToString(),
            UserAgent = visit.UserAgent,
        });
        slot.Activity.OfPassword(pending.Owner).Touch("signin", visit.Services.Region, visit.Now);
        KnownBrowsers.Remember(visit, pending.Account, pending.Owner);
        var target = pending.ReturnTo ?? "/console";
        SignInEvents.SignedIn(visit, caller, pending.Device, target.StartsWith('/') ? visit.Services.Installation.Address.Url + target : target);
        await visit.GoAsync(target);
    }

    // [AU-616]: as the account and the installation say now, whatever they said when the sign-in began.
    private static bool NeedsDevice(Visit visit, Account account, string owner) => visit.Services.Installation.SecondFactorIn(account) switch
    {
        SecondFactorNeed.None => false,
        SecondFactorNeed.Root => owner == Account.RootOwner,
        _ => true,
    };

    // [AU-702]: null when not expired; else whether only an administrator can help. Root's password has no age.
    private static bool? IsExpired(Account account, string owner, LoginProfile profile, DateTimeOffset now) =>
        owner != Account.RootOwner && profile.ExpiresUnder(account.Profile.PasswordPolicy) is { } end && end <= now
            ? account.Profile.PasswordPolicy!.HardExpiry == true
            : null;
}
