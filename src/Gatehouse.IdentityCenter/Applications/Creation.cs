using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using TagShape = Gatehouse.Contracts.SsoAdmin.Shapes.Tag;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>What making applications and making trusted token issuers have in common.</summary>
internal static class Creation
{
    private const int MostTags = 50;

    /// <summary>What was made already by the same request, when it comes again; null when it is a new one.</summary>
    /// <exception cref="ConflictException">The token was given to another request.</exception>
    internal static T? FindAgain<T>(IEnumerable<T> made, Func<T, CreationToken?> askedOf, CreationToken? asked)
        where T : class => asked is null || made.FirstOrDefault(one => askedOf(one)?.Token == asked.Token) is not { } before ? null
        : askedOf(before) == asked ? before
        : throw new ConflictException("The client token was used before, with other parameters.");

    /// <summary>Refuses one more than there may be.</summary>
    /// <exception cref="ServiceQuotaExceededException">There are as many already.</exception>
    internal static void RequireRoom(string what, int most, int have)
    {
        if (have >= most)
        {
            throw new ServiceQuotaExceededException($"The quota for {what} is {most}.");
        }
    }

    /// <summary>The tags of a request, as condition keys need them.</summary>
    internal static IEnumerable<Tag> Read(IReadOnlyList<TagShape>? tags) => (tags ?? []).Select(tag => new Tag(tag.Key, tag.Value));

    /// <summary>The tags of something new.</summary>
    /// <exception cref="ValidationException">A key stands twice, or is AWS's own.</exception>
    /// <exception cref="ServiceQuotaExceededException">There are more than fifty.</exception>
    internal static ImmutableArray<Tag> Tags(IReadOnlyList<TagShape>? given)
    {
        var tags = Read(given).ToImmutableArray();
        if (tags.DistinctBy(tag => tag.Key, StringComparer.Ordinal).Count() != tags.Length)
        {
            throw new ValidationException("Duplicate tag keys found.");
        }

        if (tags.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
        {
            throw new ValidationException("'aws:' prefixed tag key names are not allowed for external use.");
        }

        RequireRoom("tags of a resource", MostTags + 1, tags.Length);
        return tags;
    }
}
