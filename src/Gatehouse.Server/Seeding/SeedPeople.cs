using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.Server.Seeding;

/// <summary>The users and groups of an identity store of a seed.</summary>
internal sealed class SeedPeople(Seeder seeder, SeedAccount account)
{
    private string Store => account.Now.IdentityCenter!.IdentityStoreId;

    internal async Task ApplyAsync(SeedFields center, CancellationToken cancel)
    {
        foreach (var node in center.Items("users"))
        {
            var fields = new SeedFields(seeder.Seed, node, "name", "displayName", "givenName", "familyName", "email", "disabled", "attributes", "password", "resetRequired");
            if (fields.Needed("name") is { } name)
            {
                await UserAsync(fields, name, cancel);
            }
        }

        foreach (var node in center.Items("groups"))
        {
            var fields = new SeedFields(seeder.Seed, node, "name", "description", "members");
            if (fields.Needed("name") is { } name)
            {
                await GroupAsync(fields, name, cancel);
            }
        }
    }

    private async Task UserAsync(SeedFields fields, string name, CancellationToken cancel)
    {
        var wanted = Wanted(fields);
        if (!account.Now.IdentityUsers.Contains(name))
        {
            var (shown, given, family) = (fields.Needed("displayName"), fields.Needed("givenName"), fields.Needed("familyName"));
            await account.AskAsync(fields.At("name"), "identitystore:CreateUser", cancel, new()
            {
                ["IdentityStoreId"] = Store,
                ["UserName"] = name,
                ["DisplayName"] = shown,
                ["Name"] = new JsonObject { ["GivenName"] = given, ["FamilyName"] = family },
            });
        }

        if (account.Now.IdentityUsers.Find(name) is not { } user)
        {
            return;
        }

        var present = SeedAttributes.Of(user);
        var operations = wanted.Where(one => !SeedAttributes.Same(present, one.Path, one.Value))
            .Select(one => (JsonNode)new JsonObject { ["AttributePath"] = one.Path, ["AttributeValue"] = one.Value })
            .ToArray();
        if (operations.Length > 0)
        {
            await account.AskAsync(fields.Node, "identitystore:UpdateUser", cancel, new() { ["IdentityStoreId"] = Store, ["UserId"] = user.Id, ["Operations"] = new JsonArray(operations) });
        }

        await PasswordAsync(fields, user, cancel);
    }

    // Paths as UpdateUser takes them, each with its value.
    private static List<(string Path, JsonNode? Value)> Wanted(SeedFields fields)
    {
        var wanted = new List<(string, JsonNode?)>();
        Add("displayName", fields.Text("displayName"));
        Add("name.givenName", fields.Text("givenName"));
        Add("name.familyName", fields.Text("familyName"));
        if (fields.Text("email") is { } email)
        {
            wanted.Add(("emails", new JsonArray(new JsonObject { ["Value"] = email, ["Type"] = "work", ["Primary"] = true })));
        }

        Add("userStatus", fields.Flag("disabled") is { } disabled ? disabled == "true" ? "DISABLED" : "ENABLED" : null);
        wanted.AddRange(fields.Map("attributes").Select(one => (one.Name, one.Value.Kind == JsonValueKind.Null ? null : JsonNode.Parse(one.Value.ToJson()))));
        return wanted;

        void Add(string path, string? value)
        {
            if (value is not null)
            {
                wanted.Add((path, value));
            }
        }
    }

    private async Task PasswordAsync(SeedFields fields, IdentityUser user, CancellationToken cancel)
    {
        if (fields.Find("password") is null)
        {
            return;
        }

        var (password, reset) = (fields.Secret("password"), fields.Flag("resetRequired"));
        if (password is null
            || (user.Password is not null && (reset is null || reset == "true" == user.PasswordResetRequired)
                && await seeder.Actor.Installation.Passwords.MatchesAsync(password, user.Password, cancel)))
        {
            return;
        }

        await account.AskAsync(fields.At("password"), "gatehouse:SetIdentityUserPassword", cancel, new()
        {
            ["UserId"] = user.Id,
            ["Password"] = password,
            ["ResetRequired"] = reset == "true",
        });
    }

    private async Task GroupAsync(SeedFields fields, string name, CancellationToken cancel)
    {
        var description = fields.Text("description");
        if (account.Now.IdentityGroups.Find(name) is not { } there)
        {
            await account.AskAsync(fields.At("name"), "identitystore:CreateGroup", cancel, new() { ["IdentityStoreId"] = Store, ["DisplayName"] = name, ["Description"] = description });
        }
        else if (description is not null && description != there.Description)
        {
            await account.AskAsync(fields.At("description"), "identitystore:UpdateGroup", cancel, new()
            {
                ["IdentityStoreId"] = Store,
                ["GroupId"] = there.Id,
                ["Operations"] = new JsonArray(new JsonObject { ["AttributePath"] = "description", ["AttributeValue"] = description }),
            });
        }

        if (account.Now.IdentityGroups.Find(name) is not { } group)
        {
            return;
        }

        foreach (var (member, at) in fields.Texts("members"))
        {
            if (account.Now.IdentityUsers.Find(member) is not { } user)
            {
                seeder.Seed.Problems.Add(at, $"there is no user {member} in the identity store");
            }
            else if (!account.Now.IdentityMemberships.Contains(IdentityMembership.KeyOf(group.Id, user.Id)))
            {
                await account.AskAsync(at, "identitystore:CreateGroupMembership", cancel, new()
                {
                    ["IdentityStoreId"] = Store,
                    ["GroupId"] = group.Id,
                    ["MemberId"] = new JsonObject { ["UserId"] = user.Id },
                });
            }
        }
    }
}
