using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Server.Hosting;

/// <summary>Makes the first account of an empty store; on a store that has one, sees that the settings agree with it.</summary>
internal static class Bootstrap
{
    private const string Kind = "installation";
    private const string FirstAccount = "first-account";

    /// <summary>Makes or finds the first account.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="settings">The operator's settings.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="name">The name of a new account.</param>
    /// <param name="email">The e-mail address of a new account's root user.</param>
    /// <exception cref="SettingsException">The settings name another account or key than the store has.</exception>
    internal static async Task<FirstAccount> RunAsync(Installation installation, Settings settings, CancellationToken cancel, string name = "gatehouse", string email = RootSignIn.DefaultEmail)
    {
        var known = installation.Names.OwnerOf(Kind, FirstAccount);
        if (known is not null && await installation.Accounts.FindAsync(known, cancel) is { } slot)
        {
            var agreed = Agree(installation, settings, slot.Current);
            return agreed with { PasswordUnused = await RootSignIn.SetAsync(installation, settings, slot, CallOf(installation, known), cancel) };
        }

        // The number is claimed before the account is made, so that a start that was cut short goes on with the same one.
        var id = known ?? settings.AccountId ?? installation.Ids.NewAccountId();
        await installation.Names.ClaimAsync(Kind, FirstAccount, id, cancel);
        var keyId = settings.RootAccessKeyId ?? installation.Ids.NewAccessKeyId("AKIA", id);
        var secret = settings.RootSecretAccessKey ?? installation.Ids.NewSecretKey();
        if (!AccessKeyIds.TryReadAccount(keyId, out var carried) || carried != id)
        {
            await installation.Names.ClaimAsync("accesskey", keyId, id, cancel);
        }

        await installation.Secrets.PrepareAsync(id, cancel);
        await installation.Accounts.CreateAsync(id, CallOf(installation, id), draft => Found(draft, new() { Id = id, Name = name, Email = settings.RootEmail ?? email, Created = draft.Now }, keyId, secret), cancel);
        await RootSignIn.SetAsync(installation, settings, (await installation.Accounts.FindAsync(id, cancel))!, CallOf(installation, id), cancel);
        return new(id, keyId, settings.RootSecretAccessKey is null ? secret : null, Made: true);
    }

    private static void Found(Draft draft, AccountProfile profile, string keyId, string secret)
    {
        draft.Put(profile);
        draft.Put(new AccessKey
        {
            Id = keyId,
            Status = KeyStatus.Active,
            Created = draft.Now,
            Secret = draft.Call.Installation.Secrets.Seal(SecretKind.AccessKey, profile.Id, keyId, 1, Encoding.UTF8.GetBytes(secret)),
        });
    }

    private static FirstAccount Agree(Installation installation, Settings settings, Account account)
    {
        if (settings.AccountId is { } wanted && wanted != account.Id)
        {
            throw new SettingsException($"GATEHOUSE_ACCOUNT_ID is {wanted}, but the first account of this store is {account.Id}. Unset it, or use another data folder.");
        }

        if (settings.RootAccessKeyId is { } keyId && !Matches(installation, account, keyId, settings.RootSecretAccessKey!))
        {
            throw new SettingsException(
                $"GATEHOUSE_ROOT_ACCESS_KEY_ID {keyId} with its secret is not an access key of the root user of account {account.Id}. Unset both, or use another data folder.");
        }

        return new(account.Id, account.AccessKeys.OwnedBy(Account.RootOwner).FirstOrDefault()?.Id, null, Made: false);
    }

    private static bool Matches(Installation installation, Account account, string keyId, string secret)
    {
        if (account.AccessKeys.Find(keyId) is not { UserId: null } key
            || !installation.Secrets.TryOpen(key.Secret, SecretKind.AccessKey, account.Id, keyId, 1, out var held))
        {
            return false;
        }

        using (held)
        {
            return held.Matches(Encoding.UTF8.GetBytes(secret));
        }
    }

    private static Call CallOf(Installation installation, string id) => new()
    {
        Caller = Caller.Anonymous,
        Account = Account.None(id),
        Installation = installation,
        Now = installation.Clock.GetUtcNow(),
        Region = "us-east-1",
        RequestId = "bootstrap",
    };
}
