using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Server.Hosting;

namespace Gatehouse.Server.Seeding;

/// <summary>The access keys of a seed. AWS draws keys and takes none, so they are put by hand, and recorded as CreateAccessKey.</summary>
internal sealed class SeedKeys(Seeder seeder, SeedAccount account)
{
    private Installation Installation => seeder.Actor.Installation;

    /// <summary>Applies the keys of a user, or of the root user when no name is given.</summary>
    internal async Task ApplyAsync(SeedFields owner, string list, string? userName, CancellationToken cancel)
    {
        foreach (var node in owner.Items(list))
        {
            var fields = new SeedFields(seeder.Seed, node, "id", "secret", "status");
            var (id, secret, status) = (fields.Needed("id"), fields.Secret("secret"), fields.Text("status") ?? "Active");
            if (id is null || secret is null || !IsValid(fields, id, secret, status))
            {
                continue;
            }

            if (userName is null || account.Now.Users.Contains(userName))
            {
                await ApplyAsync(fields, id, secret, Enum.Parse<KeyStatus>(status), userName, cancel);
            }
        }
    }

    private bool IsValid(SeedFields fields, string id, string secret, string status)
    {
        try
        {
            SettingsReader.KeyId(id);
            SettingsReader.Secret(secret);
        }
        catch (FormatException wrong)
        {
            seeder.Seed.Problems.Add(fields.Node, wrong.Message);
            return false;
        }

        if (status is not (nameof(KeyStatus.Active) or nameof(KeyStatus.Inactive)))
        {
            seeder.Seed.Problems.Add(fields.At("status"), "must be Active or Inactive");
            return false;
        }

        return true;
    }

    private async Task ApplyAsync(SeedFields fields, string id, string secret, KeyStatus status, string? userName, CancellationToken cancel)
    {
        var userId = userName is null ? null : account.Now.Users.Find(userName)!.Id;
        if (account.Now.AccessKeys.Find(id) is { } key)
        {
            if (key.UserId != userId)
            {
                seeder.Seed.Problems.Add(fields.At("id"), $"the access key {id} belongs to somebody else in this account");
                return;
            }

            if (key.Status != status)
            {
                await account.TryAsync(fields.Node, "UpdateAccessKey", cancel, ("UserName", userName), ("AccessKeyId", id), ("Status", status.ToString()));
            }

            if (Opens(key, secret))
            {
                return;
            }
        }
        else if (account.Now.AccessKeys.OwnedBy(userId ?? Account.RootOwner).Count() >= Installation.Quotas[IamQuotas.AccessKeysPerUser])
        {
            seeder.Seed.Problems.Add(fields.Node, $"Cannot exceed quota for {IamQuotas.AccessKeysPerUser}: {Installation.Quotas[IamQuotas.AccessKeysPerUser]}");
            return;
        }

        // [AU-210]: an id that does not carry this account's number is found by its name.
        if ((!AccessKeyIds.TryReadAccount(id, out var carried) || carried != account.Id)
            && !await Installation.Names.ClaimAsync("accesskey", id, account.Id, cancel))
        {
            seeder.Seed.Problems.Add(fields.At("id"), $"the access key {id} belongs to another account");
            return;
        }

        await seeder.Actor.ChangeAsync(
            account.Id,
            "CreateAccessKey",
            draft => draft.Put(new AccessKey
            {
                Id = id,
                UserId = userId,
                Status = status,
                Created = draft.Account.AccessKeys.Find(id)?.Created ?? draft.Now,
                Secret = Installation.Secrets.Seal(SecretKind.AccessKey, account.Id, id, 1, Encoding.UTF8.GetBytes(secret)),
            }),
            cancel);
    }

    private bool Opens(AccessKey key, string secret)
    {
        if (!Installation.Secrets.TryOpen(key.Secret, SecretKind.AccessKey, account.Id, key.Id, 1, out var held))
        {
            return false;
        }

        using (held)
        {
            return held.Matches(Encoding.UTF8.GetBytes(secret));
        }
    }
}
