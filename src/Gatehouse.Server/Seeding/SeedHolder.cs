using Gatehouse.Accounts.Entities;

namespace Gatehouse.Server.Seeding;

/// <summary>What the users, groups and roles of a seed have in common: the policies they hold, and their boundary.</summary>
internal sealed class SeedHolder(Seeder seeder, SeedAccount account, string kind, Func<IHolder?> find)
{
    /// <summary>Applies attached and inline policies.</summary>
    internal async Task ApplyAsync(SeedFields fields, CancellationToken cancel)
    {
        foreach (var (name, at) in fields.Texts("policies"))
        {
            var arn = account.PolicyArn(name);
            if (find() is { } holder && !holder.AttachedPolicies.Contains(arn, StringComparer.Ordinal))
            {
                await account.TryAsync(at, $"Attach{kind}Policy", cancel, ($"{kind}Name", holder.Name), ("PolicyArn", arn));
            }
        }

        foreach (var (name, at) in fields.Map("inlinePolicies"))
        {
            if (fields.DocumentOf(at) is { } document && find() is { } holder
                && !holder.InlinePolicies.Any(policy => policy.Name == name && SeedPolicies.Same(policy.Document, document)))
            {
                await account.TryAsync(at, $"Put{kind}Policy", cancel, ($"{kind}Name", holder.Name), ("PolicyName", name), ("PolicyDocument", document));
            }
        }
    }

    /// <summary>Sets the boundary of one that was there already.</summary>
    internal async Task BoundAsync(SeedFields fields, CancellationToken cancel)
    {
        if (fields.Text("permissionsBoundary") is { } name && find() is { } holder && account.PolicyArn(name) is var arn && arn != holder.PermissionsBoundary)
        {
            await account.TryAsync(fields.At("permissionsBoundary"), $"Put{kind}PermissionsBoundary", cancel, ($"{kind}Name", holder.Name), ("PermissionsBoundary", arn));
        }
    }

    /// <summary>Sets the tags of one that was there already.</summary>
    internal ValueTask TagAsync(SeedFields fields, IEnumerable<Tag> present, CancellationToken cancel) =>
        seeder.TagAsync(fields.At("tags"), account.Id, $"Tag{kind}", ($"{kind}Name", find()!.Name), fields.Tags(), present, cancel);
}
