using System.Text.Json.Nodes;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Server.Seeding;

/// <summary>Makes a seed of what <c>aws iam get-account-authorization-details</c> prints of an account.</summary>
internal sealed class SeedImport
{
    private const string ServicePath = "/aws-service-role/";
    private const string ReservedPath = "/aws-reserved/";

    private readonly List<string> left = [];
    private string account = "";

    /// <summary>What could not be taken over; one sentence each.</summary>
    internal IReadOnlyList<string> Left => left;

    /// <summary>Makes the seed.</summary>
    /// <exception cref="FormatException">It is not the output of that command, or not all of it.</exception>
    internal JsonObject Read(JsonNode? details)
    {
        var page = details as JsonObject ?? throw new FormatException("an object is expected, as aws iam get-account-authorization-details prints it");
        if (page["IsTruncated"]?.GetValueKind() == System.Text.Json.JsonValueKind.True)
        {
            throw new FormatException("it is only a page of the account (IsTruncated): let the CLI fetch all of it");
        }

        var (users, groups, roles, policies) = (List(page, "UserDetailList"), List(page, "GroupDetailList"), List(page, "RoleDetailList"), List(page, "Policies"));
        account = users.Concat(groups).Concat(roles).Concat(policies).Select(item => new Arn(Text(item, "Arn")).Account).FirstOrDefault(id => id.Length == 12)
            ?? throw new FormatException("it names no account: there is no user, group, role or policy of its own in it");
        left.Add($"account {account}: access keys, passwords, MFA devices, providers, the session durations of roles and descriptions are not in these details: add them");
        var own = policies.Where(policy => new Arn(Text(policy, "Arn")).Account == account);
        var usual = roles.Where(role => !Text(role, "Path").StartsWith(ServicePath, StringComparison.Ordinal) && !Reserved(role));
        return new()
        {
            ["accounts"] = new JsonArray(SeedExport.Without(new()
            {
                ["id"] = account,
                ["policies"] = Sorted(own.Select(policy => SeedExport.Without(new()
                {
                    ["name"] = Text(policy, "PolicyName"),
                    ["path"] = Text(policy, "Path"),
                    ["document"] = Document(List(policy, "PolicyVersionList").FirstOrDefault(version => version["IsDefaultVersion"]?.GetValue<bool>() == true)
                        ?? throw new FormatException($"the policy {Text(policy, "PolicyName")} has no default version"), "Document"),
                }))),
                ["groups"] = Sorted(groups.Select(group => SeedExport.Without(new()
                {
                    ["name"] = Text(group, "GroupName"),
                    ["path"] = Text(group, "Path"),
                    ["policies"] = Attached(group),
                    ["inlinePolicies"] = Inline(group, "GroupPolicyList"),
                }))),
                ["users"] = Sorted(users.Select(user => SeedExport.Without(new()
                {
                    ["name"] = Text(user, "UserName"),
                    ["path"] = Text(user, "Path"),
                    ["tags"] = Tags(user),
                    ["permissionsBoundary"] = Boundary(user),
                    ["groups"] = new JsonArray([.. (user["GroupList"] as JsonArray ?? []).Select(name => (JsonNode)name!.GetValue<string>())]),
                    ["policies"] = Attached(user),
                    ["inlinePolicies"] = Inline(user, "UserPolicyList"),
                }))),
                ["roles"] = Sorted(usual.Select(role => SeedExport.Without(new()
                {
                    ["name"] = Text(role, "RoleName"),
                    ["path"] = Text(role, "Path"),
                    ["tags"] = Tags(role),
                    ["permissionsBoundary"] = Boundary(role),
                    ["trust"] = Document(role, "AssumeRolePolicyDocument"),
                    ["policies"] = Attached(role),
                    ["inlinePolicies"] = Inline(role, "RolePolicyList"),
                }))),
                ["serviceLinkedRoles"] = new JsonArray([.. roles.Where(role => Text(role, "Path").StartsWith(ServicePath, StringComparison.Ordinal))
                    .OrderBy(role => Text(role, "RoleName"), StringComparer.Ordinal).Select(Linked)]),
                ["instanceProfiles"] = Sorted(usual.SelectMany(role => List(role, "InstanceProfileList"), (role, profile) => SeedExport.Without(new()
                {
                    ["name"] = Text(profile, "InstanceProfileName"),
                    ["path"] = Text(profile, "Path"),
                    ["role"] = Text(role, "RoleName"),
                    ["tags"] = Tags(profile),
                }))),
            })),
        };
    }

    private static List<JsonObject> List(JsonObject of, string name) => of[name] switch
    {
        null => [],
        JsonArray items => [.. items.Select(item => item as JsonObject ?? throw new FormatException($"{name}: an object is expected"))],
        _ => throw new FormatException($"{name}: a list is expected"),
    };

    private static string Text(JsonObject of, string name) =>
        of[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new FormatException($"{of.GetPath()}.{name}: a text is expected");

    // The CLI prints documents decoded; the API sends them URL-encoded, as RFC 3986 has it.
    private static JsonNode Document(JsonObject of, string name) => of[name] switch
    {
        JsonObject document => document.DeepClone(),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonNode.Parse(text.StartsWith('%') ? Uri.UnescapeDataString(text) : text) as JsonObject,
        _ => null,
    } ?? throw new FormatException($"{of.GetPath()}.{name}: a policy document is expected");

    private static JsonObject Inline(JsonObject of, string name)
    {
        var policies = new JsonObject();
        foreach (var policy in List(of, name).OrderBy(policy => Text(policy, "PolicyName"), StringComparer.Ordinal))
        {
            policies[Text(policy, "PolicyName")] = Document(policy, "PolicyDocument");
        }

        return policies;
    }

    private static JsonObject Tags(JsonObject of)
    {
        var tags = new JsonObject();
        foreach (var tag in List(of, "Tags").OrderBy(tag => Text(tag, "Key"), StringComparer.Ordinal))
        {
            tags[Text(tag, "Key")] = Text(tag, "Value");
        }

        return tags;
    }

    private static JsonArray Sorted(IEnumerable<JsonObject> items) => new([.. items.OrderBy(item => Text(item, "name"), StringComparer.Ordinal)]);

    private static JsonObject Linked(JsonObject role)
    {
        var name = Text(role, "RoleName");
        var suffix = name.IndexOf('_', StringComparison.Ordinal);
        return SeedExport.Without(new() { ["service"] = Text(role, "Path")[ServicePath.Length..].TrimEnd('/'), ["suffix"] = suffix < 0 ? null : name[(suffix + 1)..] });
    }

    private bool Reserved(JsonObject role)
    {
        if (!Text(role, "Path").StartsWith(ReservedPath, StringComparison.Ordinal))
        {
            return false;
        }

        var sentence = $"account {account}: the role {Text(role, "RoleName")} belongs to AWS and was left out";
        if (!left.Contains(sentence, StringComparer.Ordinal))
        {
            left.Add(sentence);
        }

        return true;
    }

    // A policy of the account goes by its name.
    private string Named(string arn) => new Arn(arn).Account == account ? arn[(arn.LastIndexOf('/') + 1)..] : arn;

    private JsonArray Attached(JsonObject of) =>
        new([.. List(of, "AttachedManagedPolicies").Select(policy => Named(Text(policy, "PolicyArn"))).Order(StringComparer.Ordinal).Select(name => (JsonNode)name)]);

    private string? Boundary(JsonObject of) => of["PermissionsBoundary"] is JsonObject boundary ? Named(Text(boundary, "PermissionsBoundaryArn")) : null;
}
