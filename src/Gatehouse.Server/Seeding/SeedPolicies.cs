using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Server.Seeding;

/// <summary>The managed policies of an account of a seed.</summary>
internal sealed class SeedPolicies(Seeder seeder, SeedAccount account)
{
    internal async Task ApplyAsync(CancellationToken cancel)
    {
        foreach (var node in account.Fields.Items("policies"))
        {
            await ApplyAsync(new SeedFields(seeder.Seed, node, "name", "path", "description", "tags", "document"), cancel);
        }
    }

    /// <summary>Whether two documents say the same, however they are written.</summary>
    internal static bool Same(string left, string right)
    {
        try
        {
            return left == right || JsonNode.DeepEquals(JsonNode.Parse(left), JsonNode.Parse(right));
        }
        catch (JsonException)
        {
            // The operation that saves it has the right words.
            return false;
        }
    }

    private async Task ApplyAsync(SeedFields fields, CancellationToken cancel)
    {
        var (name, path, description, tags) = (fields.Needed("name"), fields.Text("path"), fields.Text("description"), fields.Tags());
        if (fields.Find("document") is null)
        {
            seeder.Seed.Problems.Add(fields.Node, "needs 'document'");
        }

        if (fields.Document("document") is not { } document || name is null)
        {
            return;
        }

        if (account.Now.Policies.Find(name) is not { } policy)
        {
            await account.TryAsync(
                fields.At("document"),
                "CreatePolicy",
                cancel,
                [("PolicyName", name), ("Path", path), ("Description", description), ("PolicyDocument", document), .. Seeder.Tags(tags)]);
            return;
        }

        if ((path is not null && path != policy.Path) || (description is not null && description != policy.Description))
        {
            seeder.Seed.Problems.Add(fields.Node, $"the policy {policy.Name} is there with another path or description, which never change");
            return;
        }

        var arn = ("PolicyArn", (string?)policy.ArnIn(account.Id).Text);
        await seeder.TagAsync(fields.At("tags"), account.Id, "TagPolicy", arn, tags, policy.Tags, cancel);
        if (!Same(policy.Default.Document, document))
        {
            await account.TryAsync(fields.At("document"), "CreatePolicyVersion", cancel, arn, ("PolicyDocument", document), ("SetAsDefault", "true"));
        }
    }
}
