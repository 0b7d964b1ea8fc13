namespace Gatehouse.Server.Seeding;

/// <summary>The instance profiles of an account of a seed.</summary>
internal sealed class SeedProfiles(Seeder seeder, SeedAccount account)
{
    internal async Task ApplyAsync(CancellationToken cancel)
    {
        foreach (var node in account.Fields.Items("instanceProfiles"))
        {
            var fields = new SeedFields(seeder.Seed, node, "name", "path", "role", "tags");
            if (fields.Needed("name") is { } name)
            {
                await ApplyAsync(fields, name, cancel);
            }
        }
    }

    private async Task ApplyAsync(SeedFields fields, string name, CancellationToken cancel)
    {
        var (path, role, tags) = (fields.Text("path"), fields.Text("role"), fields.Tags());
        var subject = ("InstanceProfileName", (string?)name);
        if (account.Now.InstanceProfiles.Find(name) is { } there)
        {
            if (path is not null && path != there.Path)
            {
                seeder.Seed.Problems.Add(fields.At("path"), $"the instance profile {there.Name} is there with the path {there.Path}, which never changes");
            }

            await seeder.TagAsync(fields.At("tags"), account.Id, "TagInstanceProfile", subject, tags, there.Tags, cancel);
        }
        else if (!await account.TryAsync(fields.At("name"), "CreateInstanceProfile", cancel, [subject, ("Path", path), .. Seeder.Tags(tags)]))
        {
            return;
        }

        var profile = account.Now.InstanceProfiles.Find(name)!;
        var held = profile.RoleId is { } id ? account.Now.Roles.FindById(id) : null;
        if (role is null || (held is not null && held.Name.Equals(role, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        if (held is not null)
        {
            await account.TryAsync(fields.At("role"), "RemoveRoleFromInstanceProfile", cancel, subject, ("RoleName", held.Name));
        }

        await account.TryAsync(fields.At("role"), "AddRoleToInstanceProfile", cancel, subject, ("RoleName", role));
    }
}
