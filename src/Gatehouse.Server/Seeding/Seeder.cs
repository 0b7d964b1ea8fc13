using Gatehouse.Accounts;
using Gatehouse.Accounts.Storage;
using Gatehouse.Server.Hosting;
using Gatehouse.Wire;

namespace Gatehouse.Server.Seeding;

/// <summary>Brings the accounts of an installation into the shape of a seed: what is missing is made, what differs is changed, what the seed does not name stays.</summary>
/// <remarks>
/// Run first on a rehearsal of the start, where every refusal of every operation is gathered, and then for good: so the rules
/// are those of the operations, and nothing is written unless all of it can be.
/// </remarks>
internal sealed class Seeder(Seed seed, SeedActor actor)
{
    /// <summary>The seed.</summary>
    internal Seed Seed => seed;

    /// <summary>Does the operations.</summary>
    internal SeedActor Actor => actor;

    /// <summary>Applies the seed.</summary>
    /// <returns>What an operator should know of what was made.</returns>
    /// <exception cref="SeedException">It cannot be applied; every problem is told.</exception>
    internal static async Task<IReadOnlyList<string>> ApplyAsync(Seed seed, Installation installation, IStore store, Settings settings, string firstAccount, CancellationToken cancel)
    {
        var actor = new SeedActor(installation, store, settings);
        await new Seeder(seed, actor).ApplyAsync(firstAccount, cancel);
        seed.Problems.Throw();
        return actor.Warnings;
    }

    private async Task ApplyAsync(string firstAccount, CancellationToken cancel)
    {
        var accounts = new List<SeedAccount>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in seed.Accounts)
        {
            var account = await new SeedAccounts(this).EnsureAsync(node, firstAccount, accounts.Count == 0, cancel);
            if (account is not null && !seen.Add(account.Id))
            {
                seed.Problems.Add(account.Fields.At("id"), "names an account a second time");
                continue;
            }

            if (account is not null)
            {
                accounts.Add(account);
            }
        }

        // Whom trust policies name is there before any role, in whatever account.
        foreach (var account in accounts)
        {
            await account.ApplyAsync(cancel);
        }

        await new SeedRoles(this).ApplyAsync(accounts, cancel);
        foreach (var account in accounts)
        {
            await account.ApplyProfilesAsync(cancel);
        }

        foreach (var account in accounts)
        {
            await account.ApplyCenterAsync(cancel);
        }
    }

    /// <summary>Does an operation of IAM; its refusal is a problem of the seed.</summary>
    /// <returns>Whether it was done.</returns>
    internal async ValueTask<bool> TryAsync(SeedNode at, string account, string name, IEnumerable<(string Name, string? Value)> parameters, CancellationToken cancel)
    {
        try
        {
            await actor.IamAsync(account, name, parameters, cancel);
            return true;
        }
        catch (ApiException refusal)
        {
            seed.Problems.Add(at, refusal.Message);
            return false;
        }
    }

    /// <summary>Tags as parameters of a call.</summary>
    internal static IEnumerable<(string, string?)> Tags(IEnumerable<(string Key, string Value)> tags) =>
        tags.SelectMany((tag, index) => new (string, string?)[] { ($"Tags.member.{index + 1}.Key", tag.Key), ($"Tags.member.{index + 1}.Value", tag.Value) });

    /// <summary>A list as parameters of a call.</summary>
    internal static IEnumerable<(string, string?)> List(string name, IEnumerable<string> items) =>
        items.Select((item, index) => ($"{name}.member.{index + 1}", (string?)item));

    /// <summary>Sets the tags that are missing or differ.</summary>
    internal async ValueTask TagAsync(
        SeedNode at, string account, string operation, (string, string?) subject, IReadOnlyList<(string Key, string Value)> wanted,
        IEnumerable<Accounts.Entities.Tag> present, CancellationToken cancel)
    {
        var held = present.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
        var missing = wanted.Where(tag => !held.TryGetValue(tag.Key, out var value) || value != tag.Value).ToList();
        if (missing.Count > 0)
        {
            await TryAsync(at, account, operation, Tags(missing).Prepend(subject), cancel);
        }
    }
}
