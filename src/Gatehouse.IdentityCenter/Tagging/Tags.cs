using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;
using TagShape = Gatehouse.Contracts.SsoAdmin.Shapes.Tag;

namespace Gatehouse.IdentityCenter.Tagging;

/// <summary>What the tagging of everything in an instance has in common. Keys mind case.</summary>
internal static class Tags
{
    /// <summary>The tags of something new.</summary>
    internal static ImmutableArray<Tag> New(IReadOnlyList<TagShape>? given) => Merge([], given ?? []);

    /// <summary>Tags with others added; a key that stands already gets the new value.</summary>
    /// <exception cref="ValidationException">A key stands twice, or is AWS's own.</exception>
    /// <exception cref="ServiceQuotaExceededException">There would be more than fifty.</exception>
    internal static ImmutableArray<Tag> Merge(ImmutableArray<Tag> tags, IReadOnlyList<TagShape> added)
    {
        if (added.DistinctBy(tag => tag.Key, StringComparer.Ordinal).Count() != added.Count)
        {
            throw new ValidationException("Duplicate tag keys found.");
        }

        if (added.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
        {
            throw new ValidationException("'aws:' prefixed tag key names are not allowed for external use.");
        }

        var merged = tags.Where(tag => !added.Any(other => other.Key == tag.Key)).Concat(Read(added)).ToImmutableArray();
        Creation.RequireRoom("tags of a resource", Quotas.Tags, merged.Length - 1);
        return merged;
    }

    /// <summary>The tags of a request, as condition keys need them.</summary>
    internal static IEnumerable<Tag> Read(IReadOnlyList<TagShape>? tags) => (tags ?? []).Select(tag => new Tag(tag.Key, tag.Value));

    /// <summary>Tags as the wire shows them.</summary>
    internal static TagShape Describe(Tag tag) => new() { Key = tag.Key, Value = tag.Value };
}
