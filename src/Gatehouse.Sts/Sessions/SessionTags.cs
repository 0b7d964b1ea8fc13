using System.Collections.Immutable;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Wire;
using TagShape = Gatehouse.Contracts.Sts.Shapes.Tag;

namespace Gatehouse.Sts.Sessions;

/// <summary>The tags of a new session: those inherited, then those passed [AU-313, AU-314].</summary>
internal static class SessionTags
{
    /// <summary>Whether the calling session hands tags on.</summary>
    internal static bool AnyInherited(SessionContents? calling)
    {
        if (calling is not null)
        {
            foreach (var tag in calling.Tags)
            {
                if (tag.Transitive)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Joins what is inherited and what is passed.</summary>
    /// <exception cref="ApiException">A key is reserved, stands twice, is inherited already, or is to be handed on without being there.</exception>
    internal static ImmutableArray<SessionTag> Require(SessionContents? calling, IReadOnlyList<TagShape>? passed, IReadOnlyList<string>? transitive)
    {
        if (passed is not { Count: > 0 } && transitive is not { Count: > 0 } && !AnyInherited(calling))
        {
            return [];
        }

        var onward = new HashSet<string>(transitive ?? [], StringComparer.OrdinalIgnoreCase);
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var tags = ImmutableArray.CreateBuilder<SessionTag>();
        foreach (var tag in calling?.Tags ?? [])
        {
            if (tag.Transitive)
            {
                keys.Add(tag.Key);
                tags.Add(tag);
            }
        }

        var inherited = keys.Count;
        foreach (var tag in passed ?? [])
        {
            if (tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw Refusals.Invalid($"The tag key {Echo.Of(tag.Key)} is reserved: a session tag must not begin with aws:");
            }

            if (!keys.Add(tag.Key))
            {
                throw Refusals.InvalidParameter(IsAmong(tags, inherited, tag.Key)
                    ? "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session."
                    : "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }

            tags.Add(new(tag.Key, tag.Value, onward.Contains(tag.Key)));
        }

        return onward.IsSubsetOf(keys)
            ? tags.DrainToImmutable()
            : throw Refusals.InvalidParameter("The specified transitive tag key must be included in the requested tags.");
    }

    private static bool IsAmong(ImmutableArray<SessionTag>.Builder tags, int first, string key)
    {
        for (var i = 0; i < first; i++)
        {
            if (tags[i].Key.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
