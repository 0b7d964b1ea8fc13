using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Wire;

namespace Gatehouse.Server.Seeding;

/// <summary>The roles of all accounts of a seed, which may trust each other in any order.</summary>
internal sealed class SeedRoles(Seeder seeder)
{
    internal async Task ApplyAsync(IReadOnlyList<SeedAccount> accounts, CancellationToken cancel)
    {
        var roles = accounts.SelectMany(account => account.Fields.Items("roles").Select(node => Read(account, node))).OfType<Wanted>().ToList();
        var waiting = roles.Where(role => role.Find() is null).ToList();
        for (var before = -1; waiting.Count != before && waiting.Count > 0;)
        {
            before = waiting.Count;
            var left = new List<Wanted>();
            foreach (var role in waiting)
            {
                if (await CreateAsync(role, role.Trust, cancel) is MalformedPolicyDocumentException)
                {
                    left.Add(role);
                }
            }

            waiting = left;
        }

        foreach (var role in waiting)
        {
            if (await CreateAsync(role, Nobody(role.Account.Id), cancel) is MalformedPolicyDocumentException refusal)
            {
                seeder.Seed.Problems.Add(role.Fields.At("trust"), refusal.Message);
            }
        }

        foreach (var role in roles)
        {
            await UpdateAsync(role, cancel);
        }

        foreach (var account in accounts)
        {
            await LinkedAsync(account, cancel);
        }
    }

    // AWS refuses a role that trusts one which is not there, so roles that trust each other begin with a policy that lets nobody in.
    private static string Nobody(string account) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{"AWS":"{{Arn.Root(account).Text}}"},"Action":"sts:AssumeRole"}]}""";

    private Wanted? Read(SeedAccount account, SeedNode node)
    {
        var fields = new SeedFields(
            seeder.Seed, node, "name", "path", "description", "tags", "maxSessionDuration", "permissionsBoundary", "trust", "policies", "inlinePolicies");
        var name = fields.Needed("name");
        if (fields.Find("trust") is null)
        {
            seeder.Seed.Problems.Add(node, "needs 'trust'");
        }

        var trust = fields.Document("trust");
        return name is null || trust is null ? null : new(account, fields, name, trust);
    }

    /// <returns>Its refusal, which is a problem unless the trust policy is refused: that may be for a role that comes later.</returns>
    private async Task<ApiException?> CreateAsync(Wanted role, string trust, CancellationToken cancel)
    {
        var (account, fields) = (role.Account, role.Fields);
        var boundary = fields.Text("permissionsBoundary");
        try
        {
            await seeder.Actor.IamAsync(
                account.Id,
                "CreateRole",
                [
                    ("RoleName", role.Name), ("Path", fields.Text("path")), ("Description", fields.Text("description")),
                    ("MaxSessionDuration", fields.Number("maxSessionDuration")), ("AssumeRolePolicyDocument", trust),
                    ("PermissionsBoundary", boundary is null ? null : account.PolicyArn(boundary)), .. Seeder.Tags(fields.Tags()),
                ],
                cancel);
            return null;
        }
        catch (ApiException refusal)
        {
            if (refusal is not MalformedPolicyDocumentException)
            {
                seeder.Seed.Problems.Add(fields.At("name"), refusal.Message);
            }

            return refusal;
        }
    }

    private async Task UpdateAsync(Wanted wanted, CancellationToken cancel)
    {
        var (account, fields) = (wanted.Account, wanted.Fields);
        if (wanted.Find() is not { } role)
        {
            return;
        }

        if (fields.Text("path") is { } path && path != role.Path)
        {
            seeder.Seed.Problems.Add(fields.At("path"), $"the role {role.Name} is there with the path {role.Path}, which never changes");
        }

        var name = ("RoleName", (string?)wanted.Name);
        var (description, longest) = (fields.Text("description"), fields.Number("maxSessionDuration"));
        if ((description is not null && description != (role.Description ?? ""))
            || (longest is not null && longest != role.MaxSessionSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        {
            await account.TryAsync(fields.Node, "UpdateRole", cancel, name, ("Description", description), ("MaxSessionDuration", longest));
        }

        var shown = (GetRoleResponse)await seeder.Actor.IamAsync(account.Id, "GetRole", [name], cancel);
        if (!SeedPolicies.Same(Uri.UnescapeDataString(shown.Role!.AssumeRolePolicyDocument!), Plain(wanted.Trust)))
        {
            await account.TryAsync(fields.At("trust"), "UpdateAssumeRolePolicy", cancel, name, ("PolicyDocument", wanted.Trust));
        }

        var holder = new SeedHolder(seeder, account, "Role", wanted.Find);
        await holder.TagAsync(fields, role.Tags, cancel);
        await holder.BoundAsync(fields, cancel);
        await holder.ApplyAsync(fields, cancel);
    }

    private async Task LinkedAsync(SeedAccount account, CancellationToken cancel)
    {
        foreach (var node in account.Fields.Items("serviceLinkedRoles"))
        {
            var fields = new SeedFields(seeder.Seed, node, "service", "suffix", "description");
            var (service, suffix) = (fields.Needed("service"), fields.Text("suffix"));
            var path = $"/aws-service-role/{service}/";
            if (service is not null && !account.Now.Roles.Any(role => role.Path == path && suffix is null == !role.Name.Contains('_', StringComparison.Ordinal)
                && (suffix is null || role.Name.EndsWith("_" + suffix, StringComparison.OrdinalIgnoreCase))))
            {
                await account.TryAsync(
                    fields.At("service"), "CreateServiceLinkedRole", cancel, ("AWSServiceName", service), ("CustomSuffix", suffix), ("Description", fields.Text("description")));
            }
        }
    }

    /// <summary>A trust policy as it comes back once it is saved: bare account numbers are root's ARN then.</summary>
    private static string Plain(string trust)
    {
        try
        {
            if (JsonNode.Parse(trust) is not JsonObject document)
            {
                return trust;
            }

            var statements = document["Statement"] is JsonArray list ? list.ToArray() : [document["Statement"]];
            foreach (var principals in statements.OfType<JsonObject>().Select(statement => statement["Principal"]).OfType<JsonObject>())
            {
                if (principals["AWS"] is JsonArray several)
                {
                    for (var index = 0; index < several.Count; index++)
                    {
                        several[index] = RootOf(several[index]);
                    }
                }
                else if (principals["AWS"] is { } single)
                {
                    principals["AWS"] = RootOf(single);
                }
            }

            return document.ToJsonString();
        }
        catch (JsonException)
        {
            return trust;
        }
    }

    private static JsonNode? RootOf(JsonNode? principal) =>
        principal is JsonValue value && value.TryGetValue<string>(out var text) && text.Length == 12 && text.All(char.IsAsciiDigit)
            ? Arn.Root(text).Text
            : principal?.DeepClone();

    private sealed record Wanted(SeedAccount Account, SeedFields Fields, string Name, string Trust)
    {
        internal Role? Find() => Account.Now.Roles.Find(Name);
    }
}
