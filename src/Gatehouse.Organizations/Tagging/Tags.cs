using System.Collections.Immutable;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Wire;
using Tag = Gatehouse.Accounts.Entities.Tag;
using TagShape = Gatehouse.Contracts.Organizations.Shapes.Tag;

namespace Gatehouse.Organizations.Tagging;

/// <summary>What the tagging of all things in an organization has in common. Unlike IAM's, their keys mind case.</summary>
internal static class Tags
{
    /// <summary>The tags of something new.</summary>
    /// <exception cref="ApiException">A key stands twice or is reserved, or there are too many.</exception>
    internal static ImmutableArray<Tag> New(IReadOnlyList<TagShape>? given) => Merge([], given ?? []);

    /// <summary>Tags with others added; a key that stands already gets the new value.</summary>
    /// <exception cref="ApiException">A key stands twice or is reserved, or there are too many.</exception>
    internal static ImmutableArray<Tag> Merge(ImmutableArray<Tag> tags, IReadOnlyList<TagShape> added)
    {
        if (added.DistinctBy(tag => tag.Key, StringComparer.Ordinal).Count() != added.Count)
        {
            throw Refusals.Invalid(InvalidInputExceptionReason.DUPLICATE_TAG_KEY, "You specified duplicate tag keys. Tag keys must be unique.");
        }

        if (added.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
        {
            throw Refusals.Invalid(InvalidInputExceptionReason.INVALID_SYSTEM_TAGS_PARAMETER, "You specified a tag key that begins with aws:, which is reserved.");
        }

        var merged = tags.Where(tag => !added.Any(other => other.Key == tag.Key)).Concat(Read(added)).ToImmutableArray();
        return merged.Length <= Quotas.Tags
            ? merged
            : throw Refusals.Constraint(ConstraintViolationExceptionReason.MAX_TAG_LIMIT_EXCEEDED, "You have exceeded the number of tags allowed on this resource.");
    }

    /// <summary>Adds the tags that a call gives to something new to what it needs.</summary>
    /// <param name="given">The tags.</param>
    /// <param name="on">The name of the new thing, whose id is not known yet.</param>
    /// <param name="needs">What the call needs.</param>
    internal static void RequireNew(IReadOnlyList<TagShape>? given, Arn on, Requirements needs)
    {
        if (given is { Count: > 0 })
        {
            needs.RequestTags(Read(given)).Also("organizations:TagResource", on);
        }
    }

    /// <summary>The tags of a request, as condition keys need them.</summary>
    internal static IEnumerable<Tag> Read(IReadOnlyList<TagShape>? tags) => (tags ?? []).Select(tag => new Tag(tag.Key, tag.Value));

    /// <summary>Tags as the wire shows them.</summary>
    internal static List<TagShape> Describe(IEnumerable<Tag> tags) => tags.Select(tag => new TagShape { Key = tag.Key, Value = tag.Value }).ToList();
}
