using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.RolesAnywhere;
using TagShape = Gatehouse.Contracts.RolesAnywhere.Shapes.Tag;

namespace Gatehouse.RolesAnywhere.Tagging;

/// <summary>What the tagging of everything here has in common. Keys mind case.</summary>
internal static class Tags
{
    private const int Most = 50;

    /// <summary>The tags of something new.</summary>
    internal static ImmutableArray<Tag> New(IReadOnlyList<TagShape>? given) => Merge([], given ?? []);

    /// <summary>Tags with others added; a key that stands already gets the new value.</summary>
    /// <exception cref="ValidationException">A key stands twice, or is AWS's own.</exception>
    /// <exception cref="TooManyTagsException">There would be more than fifty.</exception>
    internal static ImmutableArray<Tag> Merge(ImmutableArray<Tag> tags, IReadOnlyList<TagShape> added)
    {
        if (added.DistinctBy(tag => tag.Key, StringComparer.Ordinal).Count() != added.Count)
        {
            throw Refusals.Invalid("Duplicate tag keys found.");
        }

        if (added.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
        {
            throw Refusals.Invalid("'aws:' prefixed tag key names are not allowed for external use.");
        }

        var merged = tags.Where(tag => !added.Any(other => other.Key == tag.Key)).Concat(Read(added)).ToImmutableArray();
        return merged.Length <= Most ? merged : throw new TooManyTagsException($"A resource may have at most {Most} tags.");
    }

    /// <summary>The tags of a request, as condition keys need them.</summary>
    internal static IEnumerable<Tag> Read(IReadOnlyList<TagShape>? tags) => (tags ?? []).Select(tag => new Tag(tag.Key, tag.Value));
}
