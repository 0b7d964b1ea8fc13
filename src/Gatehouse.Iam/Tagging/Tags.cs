using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using TagShape = Gatehouse.Contracts.Iam.Shapes.Tag;

namespace Gatehouse.Iam.Tagging;

/// <summary>What the tagging of all IAM entities has in common.</summary>
internal static class Tags
{
    /// <summary>The most tags an entity may have.</summary>
    internal const int Most = 50;

    private const int MarkerLetters = 60;

    /// <summary>The tags of a new entity.</summary>
    /// <exception cref="InvalidInputException">Two keys differ in case only.</exception>
    internal static ImmutableArray<Tag> New(IReadOnlyList<TagShape>? given) => Merge([], given ?? []);

    /// <summary>An entity's tags with others added; a key that stands already gets the new value and spelling.</summary>
    /// <exception cref="InvalidInputException">Two of the new keys differ in case only.</exception>
    /// <exception cref="LimitExceededException">There would be more than fifty.</exception>
    internal static ImmutableArray<Tag> Merge(ImmutableArray<Tag> tags, IReadOnlyList<TagShape> added)
    {
        if (added.DistinctBy(tag => tag.Key, StringComparer.OrdinalIgnoreCase).Count() != added.Count)
        {
            throw new InvalidInputException("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }

        var merged = tags.Where(tag => !added.Any(other => Same(other.Key, tag.Key))).Concat(Read(added)).ToImmutableArray();
        return merged.Length <= Most
            ? merged
            : throw new LimitExceededException($"The number of tags has reached the maximum limit of {Most}.");
    }

    /// <summary>An entity's tags without those of some keys.</summary>
    internal static ImmutableArray<Tag> Without(ImmutableArray<Tag> tags, IReadOnlyList<string> keys) =>
        tags.RemoveAll(tag => keys.Any(key => Same(key, tag.Key)));

    /// <summary>The tags of a request, as condition keys need them.</summary>
    internal static IEnumerable<Tag> Read(IReadOnlyList<TagShape>? tags) => (tags ?? []).Select(tag => new Tag(tag.Key, tag.Value));

    /// <summary>Tags as the wire shows them; null, which leaves the element out, when there are none.</summary>
    internal static IReadOnlyList<TagShape>? Describe(this ImmutableArray<Tag> tags) =>
        tags.IsEmpty ? null : tags.Select(tag => new TagShape { Key = tag.Key, Value = tag.Value }).ToList();

    /// <summary>A page of an entity's tags, in the order of their keys.</summary>
    internal static Page<TagShape> List(ImmutableArray<Tag> tags, string? marker, int? maxItems)
    {
        var page = Paging.Of(tags.OrderBy(PlaceOf, StringComparer.Ordinal), PlaceOf, marker, maxItems);
        return new(page.Items.Select(tag => new TagShape { Key = tag.Key, Value = tag.Value }).ToList(), page.Marker);
    }

    // A marker has room for 320 characters, a key of 128 letters of any script does not fit: what is too long is told apart by its hash.
    private static string PlaceOf(Tag tag)
    {
        var key = tag.Key.ToUpperInvariant();
        return key.Length <= MarkerLetters
            ? key
            : key[..MarkerLetters] + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
