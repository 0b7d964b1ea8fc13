using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;

namespace Gatehouse.Server.Seeding;

/// <summary>The permission sets of a seed. A policy is named by its ARN when it is AWS's, by its name (and path) when each account has it itself.</summary>
internal sealed class SeedSets(Seeder seeder, SeedAccount account, SeedCenter center)
{
    private string Instance => account.Now.IdentityCenter!.Arn.Text;

    internal async Task ApplyAsync(SeedFields of, CancellationToken cancel)
    {
        foreach (var node in of.Items("permissionSets"))
        {
            var fields = new SeedFields(
                seeder.Seed, node, "name", "description", "sessionDuration", "relayState", "tags", "policies", "inlinePolicy", "permissionsBoundary");
            if (fields.Needed("name") is { } name)
            {
                await ApplyAsync(fields, name, cancel);
            }
        }
    }

    /// <summary>Brings the roles of sets that changed to what the sets are now.</summary>
    internal async Task ProvisionAsync(SeedFields of, CancellationToken cancel)
    {
        foreach (var node in of.Items("permissionSets"))
        {
            if (account.Now.PermissionSets.Find(node.Find("name")?.Scalar) is { Outdated.IsEmpty: false } set
                && await account.AskAsync(node, "sso:ProvisionPermissionSet", cancel, Request(set, ("TargetType", "ALL_PROVISIONED_ACCOUNTS")))
                    is ProvisionPermissionSetResponse { PermissionSetProvisioningStatus.RequestId: { } request })
            {
                await center.FinishAsync(node, request, cancel);
            }
        }
    }

    private async Task ApplyAsync(SeedFields fields, string name, CancellationToken cancel)
    {
        var (description, duration, relay, tags) = (fields.Text("description"), fields.Text("sessionDuration"), fields.Text("relayState"), fields.Tags());
        if (account.Now.PermissionSets.Find(name) is not { } there)
        {
            await account.AskAsync(fields.At("name"), "sso:CreatePermissionSet", cancel, new()
            {
                ["InstanceArn"] = Instance,
                ["Name"] = name,
                ["Description"] = description,
                ["SessionDuration"] = duration,
                ["RelayState"] = relay,
                ["Tags"] = tags.Count == 0 ? null : Tags(tags),
            });
        }
        else
        {
            if ((description ?? there.Description) != there.Description || (duration ?? there.SessionDuration) != there.SessionDuration || (relay ?? there.RelayState) != there.RelayState)
            {
                await account.AskAsync(fields.Node, "sso:UpdatePermissionSet", cancel, Request(there, ("Description", description), ("SessionDuration", duration), ("RelayState", relay)));
            }

            var missing = tags.Where(tag => !there.Tags.Any(held => held.Key == tag.Key && held.Value == tag.Value)).ToList();
            if (missing.Count > 0)
            {
                await account.AskAsync(fields.At("tags"), "sso:TagResource", cancel, new()
                {
                    ["InstanceArn"] = Instance,
                    ["ResourceArn"] = there.ArnIn(account.Now.IdentityCenter!.Id).Text,
                    ["Tags"] = Tags(missing),
                });
            }
        }

        if (account.Now.PermissionSets.Find(name) is { } set)
        {
            await PoliciesAsync(fields, set, cancel);
        }
    }

    private async Task PoliciesAsync(SeedFields fields, PermissionSet set, CancellationToken cancel)
    {
        foreach (var (policy, at) in fields.Texts("policies"))
        {
            if (IsManaged(policy))
            {
                if (!set.ManagedPolicies.Contains(policy, StringComparer.Ordinal))
                {
                    await account.AskAsync(at, "sso:AttachManagedPolicyToPermissionSet", cancel, Request(set, ("ManagedPolicyArn", policy)));
                }
            }
            else if (!set.CustomerPolicies.Any(held => held.Path + held.Name == Whole(policy)))
            {
                await account.AskAsync(
                    at, "sso:AttachCustomerManagedPolicyReferenceToPermissionSet", cancel, Request(set, ("CustomerManagedPolicyReference", Reference(policy))));
            }
        }

        if (fields.Document("inlinePolicy") is { } document && document != set.InlinePolicy)
        {
            await account.AskAsync(fields.At("inlinePolicy"), "sso:PutInlinePolicyToPermissionSet", cancel, Request(set, ("InlinePolicy", document)));
        }

        if (fields.Text("permissionsBoundary") is { } boundary
            && boundary != set.BoundaryPolicy && (set.BoundaryReference is not { } bound || bound.Path + bound.Name != Whole(boundary)))
        {
            await account.AskAsync(fields.At("permissionsBoundary"), "sso:PutPermissionsBoundaryToPermissionSet", cancel, Request(
                set,
                ("PermissionsBoundary", IsManaged(boundary) ? new JsonObject { ["ManagedPolicyArn"] = boundary } : new JsonObject { ["CustomerManagedPolicyReference"] = Reference(boundary) })));
        }
    }

    private JsonObject Request(PermissionSet set, params ReadOnlySpan<(string Name, JsonNode? Value)> more)
    {
        var request = new JsonObject { ["InstanceArn"] = Instance, ["PermissionSetArn"] = set.ArnIn(account.Now.IdentityCenter!.Id).Text };
        foreach (var (name, value) in more)
        {
            request[name] = value;
        }

        return request;
    }

    private static JsonArray Tags(List<(string Key, string Value)> tags) => new([.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);

    private static bool IsManaged(string policy) => policy.StartsWith("arn:", StringComparison.Ordinal);

    private static string Whole(string policy) => policy.StartsWith('/') ? policy : "/" + policy;

    private static JsonObject Reference(string policy)
    {
        var whole = Whole(policy);
        var end = whole.LastIndexOf('/') + 1;
        return new() { ["Path"] = whole[..end], ["Name"] = whole[end..] };
    }
}
