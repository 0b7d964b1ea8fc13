namespace Gatehouse.Server.Seeding;

/// <summary>The groups of an account of a seed. Who belongs to them stands with the users.</summary>
internal sealed class SeedGroups(Seeder seeder, SeedAccount account)
{
    internal async Task ApplyAsync(CancellationToken cancel)
    {
        foreach (var node in account.Fields.Items("groups"))
        {
            var fields = new SeedFields(seeder.Seed, node, "name", "path", "policies", "inlinePolicies");
            var (name, path) = (fields.Needed("name"), fields.Text("path"));
            if (name is null)
            {
                continue;
            }

            if (account.Now.Groups.Find(name) is not { } group)
            {
                await account.TryAsync(fields.At("name"), "CreateGroup", cancel, ("GroupName", name), ("Path", path));
            }
            else if (path is not null && path != group.Path)
            {
                await account.TryAsync(fields.At("path"), "UpdateGroup", cancel, ("GroupName", name), ("NewPath", path));
            }

            await new SeedHolder(seeder, account, "Group", () => account.Now.Groups.Find(name)).ApplyAsync(fields, cancel);
        }
    }
}
