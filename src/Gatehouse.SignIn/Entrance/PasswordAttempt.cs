using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Secrets;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Entrance;

/// <summary>What came of a name and a password.</summary>
/// <param name="Right">Who it is, when the password was right; null when it was not.</param>
/// <param name="Wait">How long to wait before the next; zero when it was judged.</param>
internal sealed record PasswordAttempt(PendingSignIn? Right, TimeSpan Wait)
{
    /// <summary>What everybody reads whom we do not let in, whatever the reason [AU-704].</summary>
    internal const string Wrong = "Your authentication information is incorrect. Please try again.";

    /// <summary>Judges the password of an IAM user.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="account">The account's number or alias.</param>
    /// <param name="name">The user's name.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancel">Gives up.</param>
    internal static async ValueTask<PasswordAttempt> OfUserAsync(Visit visit, string account, string name, string password, CancellationToken cancel)
    {
        var installation = visit.Services.Installation;
        var number = account is { Length: 12 } && account.All(char.IsAsciiDigit) ? account : installation.Names.OwnerOf("alias", account);
        var slot = number is null ? null : await installation.Accounts.FindAsync(number, cancel);
        return await JudgeAsync(visit, slot, slot?.Current.Users.Find(name)?.Id, $"{account}/{name}", password, cancel);
    }

    /// <summary>Judges the password of a root user.</summary>
    internal static async ValueTask<PasswordAttempt> OfRootAsync(Visit visit, string email, string password, CancellationToken cancel)
    {
        var installation = visit.Services.Installation;
        var number = installation.Names.OwnerOf("email", email.Trim().ToLowerInvariant());
        var slot = number is null ? null : await installation.Accounts.FindAsync(number, cancel);
        return await JudgeAsync(visit, slot, slot is null ? null : Account.RootOwner, email, password, cancel);
    }

    private static async ValueTask<PasswordAttempt> JudgeAsync(Visit visit, AccountSlot? slot, string? owner, string typed, string password, CancellationToken cancel)
    {
        var account = slot?.Current;
        var profile = owner is null ? null : account!.LoginProfiles.Find(owner);
        var (right, wait) = await CheckAsync(visit, account?.Id ?? "", owner, typed, profile?.Password, password, account is { Exists: true, Profile.Suspended: false }, cancel);
        if (wait > TimeSpan.Zero)
        {
            return new(null, wait);
        }

        if (!right)
        {
            Tell(visit, account, owner);
            return new(null, TimeSpan.Zero);
        }

        await RenewAsync(visit, slot!, profile!, password, cancel);
        return new(new() { Account = account!.Id, Owner = owner!, PasswordOf = profile!.Changed }, TimeSpan.Zero);
    }

    /// <summary>Checks a password as slowly for somebody who is not there, and slows down who guesses [AU-704, AU-705].</summary>
    /// <param name="visit">The request.</param>
    /// <param name="account">The account; empty when none is known.</param>
    /// <param name="owner">The unique id of whose it would be; null when nobody is known by what was typed.</param>
    /// <param name="typed">By what they were looked for.</param>
    /// <param name="hash">The hash of the right one; null when there is none.</param>
    /// <param name="password">The password.</param>
    /// <param name="mayPass">Whether the right one lets them in.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Whether it was right; how long to wait before the next, zero when it was judged.</returns>
    internal static async ValueTask<(bool Right, TimeSpan Wait)> CheckAsync(
        Visit visit, string account, string? owner, string typed, PasswordHash? hash, string password, bool mayPass, CancellationToken cancel)
    {
        // Somebody who is not there is slowed down like anybody else; what was typed may be a password, so it is not kept as it is.
        var installation = visit.Services.Installation;
        var guard = installation.PasswordGuard;
        var counted = owner ?? "?" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(typed)));
        var browser = owner is null ? null : KnownBrowsers.Find(visit, account, owner);
        counted = browser is null ? counted : $"{counted}/{browser}";
        var address = browser is null ? visit.Address : null;
        if (guard.Begin(account, counted, address, visit.Now) is var wait && wait > TimeSpan.Zero)
        {
            return (false, wait);
        }

        try
        {
            if (!await installation.Passwords.MatchesAsync(password, hash, cancel) || !mayPass)
            {
                return (false, TimeSpan.Zero);
            }
        }
        catch (PasswordQueueFullException)
        {
            guard.Forgive(account, counted, address);
            return (false, TimeSpan.FromSeconds(1));
        }

        guard.Forgive(account, counted, address);
        return (true, TimeSpan.Zero);
    }

    private static void Tell(Visit visit, Account? account, string? owner)
    {
        if (account is { Exists: true } && owner is null)
        {
            SignInEvents.Unknown(visit, account);
        }
        else if (account is { Exists: true })
        {
            SignInEvents.Failure(visit, account, owner!, secondFactor: false);
        }
    }

    // [AU-708]: a hash of fewer rounds than new ones get is made anew while the password is at hand.
    private static async ValueTask RenewAsync(Visit visit, AccountSlot slot, LoginProfile profile, string password, CancellationToken cancel)
    {
        var installation = visit.Services.Installation;
        if (!installation.Passwords.IsStale(profile.Password!))
        {
            return;
        }

        try
        {
            var hash = await installation.Passwords.HashAsync(password, null, cancel);
            await installation.Accounts.ChangeAsync(
                slot,
                visit.CallIn(slot.Current),
                draft =>
                {
                    if (draft.Account.LoginProfiles.Find(profile.Key) is { } now && now.Password == profile.Password)
                    {
                        draft.Put(now with { Password = hash });
                    }

                    return true;
                },
                note: null,
                cancel);
        }
        catch (PasswordQueueFullException)
        {
            // Next time: the old hash is good as well.
        }
    }
}
