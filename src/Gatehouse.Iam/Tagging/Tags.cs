using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using TagShape = Gatehouse.Contracts.Iam.Shapes.Tag;

namespace Gatehouse.Iam.Tagging;

/// <summary>What the tagging of all IAM entities has in common.</summary>
/// <remarks>
/// Keys of users and roles are the same when they differ in case only; those of everything else are not [PL-117].
/// Unless told otherwise, the functions compare as for users and roles.
/// </remarks>
internal static class Tags
{
    /// <summary>The most tags an entity may have.</summary>
    internal const int Most = 50;

    private const int MarkerLetters = 60;

    /// <summary>The tags of a new entity.</summary>
    /// <exception cref="InvalidInputException">Two keys are the same.</exception>
    internal static ImmutableArray<Tag> New(IReadOnlyList<TagShape>? given, StringComparer? keys = null) => Merge([], given ?? [], keys);

    /// <summary>An entity's tags with others added; a key that stands already gets the new value and spelling.</summary>
    /// <exception cref="InvalidInputException">Two of the new keys are the same.</exception>
    /// <exception cref="LimitExceededException">There would be more than fifty.</exception>
    internal static ImmutableArray<Tag> Merge(ImmutableArray<Tag> tags, IReadOnlyList<TagShape> added, StringComparer? keys = null)
    {
        var same = keys ?? StringComparer.OrdinalIgnoreCase;
        if (added.DistinctBy(tag => tag.Key, same).Count() != added.Count)
        {
            throw new InvalidInputException(same == StringComparer.Ordinal
                ? "Duplicate tag keys found."
                : "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }

        if (added.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
        {
            // AWS: such tags are its own to set.
            throw new InvalidInputException("'aws:' prefixed tag key names are not allowed for external use.");
        }

        var merged = tags.Where(tag => !added.Any(other => same.Equals(other.Key, tag.Key))).Concat(Read(added)).ToImmutableArray();
        return merged.Length <= Most
            ? merged
            : throw new LimitExceededException($"The number of tags has reached the maximum limit of {Most}.");
    }

    /// <summary>An entity's tags without those of some keys.</summary>
    internal static ImmutableArray<Tag> Without(ImmutableArray<Tag> tags, IReadOnlyList<string> keys, StringComparer? same = null) =>
        tags.RemoveAll(tag => keys.Contains(tag.Key, same ?? StringComparer.OrdinalIgnoreCase));

    /// <summary>A page of an entity's tags, in the order of their keys.</summary>
    internal static Page<TagShape> List(ImmutableArray<Tag> tags, string? marker, int? maxItems)
    {
        var page = Paging.Of(tags.OrderBy(PlaceOf, StringComparer.Ordinal), PlaceOf, marker, maxItems);
        return new(page.Items.Select(Describe).ToList(), page.Marker);
    }

    /// <summary>The tags of a request, as condition keys need them.</summary>
    internal static IEnumerable<Tag> Read(IReadOnlyList<TagShape>? tags) => (tags ?? []).Select(tag => new Tag(tag.Key, tag.Value));

    /// <summary>Tags as the wire shows them; null, which leaves the element out, when there are none.</summary>
    internal static IReadOnlyList<TagShape>? Describe(this ImmutableArray<Tag> tags) => tags.IsEmpty ? null : tags.DescribeAll();

    /// <summary>Tags as the wire shows them where AWS writes the element even when there are none.</summary>
    internal static IReadOnlyList<TagShape> DescribeAll(this ImmutableArray<Tag> tags) => tags.Select(Describe).ToList();

    private static TagShape Describe(Tag tag) => new() { Key = tag.Key, Value = tag.Value };

    // A marker has room for 320 characters, which a key of 128 letters of any script overflows: what is too long is told apart by its hash.
    private static string PlaceOf(Tag tag) => tag.Key.Length <= MarkerLetters
        ? tag.Key
        : tag.Key[..MarkerLetters] + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(tag.Key)).AsSpan(0, 16));
}
