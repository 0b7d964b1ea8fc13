using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Server.Hosting;

/// <summary>Sees that the first account's root user can sign in with a browser: by an e-mail address that is its own, and the password of the settings where it has none.</summary>
internal static class RootSignIn
{
    /// <summary>The address of a root user of whom nobody said any.</summary>
    internal const string DefaultEmail = "root@localhost";

    /// <summary>Sets what is missing.</summary>
    /// <returns>Whether a password was given and not used.</returns>
    /// <exception cref="SettingsException">The settings name another address than the root user has, or a password that is none.</exception>
    internal static async ValueTask<bool> SetAsync(Installation installation, Settings settings, AccountSlot slot, Call call, CancellationToken cancel)
    {
        var profile = slot.Current.Profile;
        var email = settings.RootEmail ?? profile.Email;
        if (email != profile.Email && profile.Email != DefaultEmail)
        {
            throw new SettingsException($"GATEHOUSE_ROOT_EMAIL is {email}, but the root user of account {profile.Id} has the address {profile.Email}. Unset it, or use another data folder.");
        }

        // A start that changes nothing writes nothing.
        var claimed = installation.Names.OwnerOf("email", email.ToLowerInvariant()) == profile.Id || await installation.Names.ClaimAsync("email", email.ToLowerInvariant(), profile.Id, cancel);
        if (!claimed && settings.RootEmail is not null)
        {
            throw new SettingsException($"GATEHOUSE_ROOT_EMAIL is {email}, which another account has.");
        }

        var unused = settings.RootPassword is not null && slot.Current.LoginProfiles.Find(Account.RootOwner) is { Password: not null };
        var hash = settings.RootPassword is { } password && !unused ? await HashAsync(installation, password, profile with { Email = email }, cancel) : null;
        if (hash is null && email == profile.Email)
        {
            return unused;
        }

        await installation.Accounts.ChangeAsync(
            slot,
            call,
            draft =>
            {
                draft.Put(draft.Account.Profile with { Email = email });
                if (hash is not null)
                {
                    var before = draft.Account.LoginProfiles.Find(Account.RootOwner) ?? new LoginProfile { Created = draft.Now, Changed = draft.Now };
                    draft.Put(before.WithPassword(hash, resetRequired: false, draft.Now));
                }

                return true;
            },
            note: null,
            cancel);
        return unused;
    }

    private static ValueTask<PasswordHash> HashAsync(Installation installation, string password, AccountProfile profile, CancellationToken cancel) =>
        PasswordRules.BrokenForRoot(PasswordText.Compose(password), profile) is { } broken
            ? throw new SettingsException($"GATEHOUSE_ROOT_PASSWORD cannot be the root user's password. {broken}.")
            : installation.Passwords.HashAsync(password, null, cancel);
}
