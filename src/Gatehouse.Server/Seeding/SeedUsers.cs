namespace Gatehouse.Server.Seeding;

/// <summary>The users of an account of a seed, with their groups, keys and passwords.</summary>
internal sealed class SeedUsers(Seeder seeder, SeedAccount account)
{
    internal async Task ApplyAsync(CancellationToken cancel)
    {
        foreach (var node in account.Fields.Items("users"))
        {
            var fields = new SeedFields(
                seeder.Seed, node, "name", "path", "tags", "permissionsBoundary", "groups", "policies", "inlinePolicies", "accessKeys", "loginProfile");
            if (fields.Needed("name") is { } name)
            {
                await ApplyAsync(fields, name, cancel);
            }
        }
    }

    private async Task ApplyAsync(SeedFields fields, string name, CancellationToken cancel)
    {
        var (path, tags, boundary) = (fields.Text("path"), fields.Tags(), fields.Text("permissionsBoundary"));
        var holder = new SeedHolder(seeder, account, "User", () => account.Now.Users.Find(name));
        if (account.Now.Users.Find(name) is { } user)
        {
            if (path is not null && path != user.Path)
            {
                await account.TryAsync(fields.At("path"), "UpdateUser", cancel, ("UserName", name), ("NewPath", path));
            }

            await holder.TagAsync(fields, user.Tags, cancel);
            await holder.BoundAsync(fields, cancel);
        }
        else
        {
            await account.TryAsync(
                fields.At("name"),
                "CreateUser",
                cancel,
                [("UserName", name), ("Path", path), ("PermissionsBoundary", boundary is null ? null : account.PolicyArn(boundary)), .. Seeder.Tags(tags)]);
        }

        await holder.ApplyAsync(fields, cancel);
        foreach (var (groupName, at) in fields.Texts("groups"))
        {
            if (account.Now.Users.Find(name) is { } member && (account.Now.Groups.Find(groupName) is not { } group || !member.Groups.Contains(group.Id)))
            {
                await account.TryAsync(at, "AddUserToGroup", cancel, ("GroupName", groupName), ("UserName", name));
            }
        }

        await new SeedKeys(seeder, account).ApplyAsync(fields, "accessKeys", name, cancel);
        await LoginAsync(fields, name, cancel);
    }

    private async Task LoginAsync(SeedFields user, string name, CancellationToken cancel)
    {
        if (user.Find("loginProfile") is not { } node)
        {
            return;
        }

        var fields = new SeedFields(seeder.Seed, node, "password", "resetRequired");
        var (password, reset) = (fields.Secret("password"), fields.Flag("resetRequired"));
        if (password is null || account.Now.Users.Find(name) is not { } owner)
        {
            return;
        }

        if (account.Now.LoginProfiles.Find(owner.Id) is not { } profile)
        {
            await account.TryAsync(node, "CreateLoginProfile", cancel, ("UserName", name), ("Password", password), ("PasswordResetRequired", reset));
            return;
        }

        var same = await seeder.Actor.Installation.Passwords.MatchesAsync(password, profile.Password, cancel);
        if (!same || (reset is not null && reset == "true" != profile.ResetRequired))
        {
            await account.TryAsync(node, "UpdateLoginProfile", cancel, ("UserName", name), ("Password", same ? null : password), ("PasswordResetRequired", reset));
        }
    }
}
