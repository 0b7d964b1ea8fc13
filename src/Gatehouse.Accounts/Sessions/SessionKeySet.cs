using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Accounts.Sessions;

/// <summary>The session keys that live at one version of the ring, and what each may do when (AU-332).</summary>
internal sealed class SessionKeySet
{
    /// <summary>How long one key seals before the next one is made.</summary>
    internal static readonly TimeSpan Term = TimeSpan.FromDays(30);

    /// <summary>How long a new key only opens, until every node has read it.</summary>
    internal static readonly TimeSpan Spread = TimeSpan.FromMinutes(5);

    /// <summary>How long a key opens after it last sealed: the longest session, and slack.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromHours(37);

    private readonly ImmutableArray<SessionKey> keys;

    internal SessionKeySet(IEnumerable<SessionKey> keys) => this.keys = [.. keys.OrderBy(static key => key.Created).ThenBy(static key => key.Id)];

    internal ImmutableArray<SessionKey> Keys => keys;

    /// <summary>The newest key that every node knows; the oldest when none is known that long.</summary>
    internal SessionKey ForSealing(DateTimeOffset now)
    {
        for (var i = keys.Length - 1; i > 0; i--)
        {
            if (keys[i].Created + Spread <= now)
            {
                return keys[i];
            }
        }

        return keys[0];
    }

    /// <summary>Finds the key that a token names, while it may still open tokens.</summary>
    internal bool TryFind(uint id, DateTimeOffset now, [NotNullWhen(true)] out SessionKey? key, out DateTimeOffset opensUntil)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i].Id == id)
            {
                (key, opensUntil) = (keys[i], OpensUntil(i));
                return now < opensUntil;
            }
        }

        (key, opensUntil) = (null, default);
        return false;
    }

    /// <summary>The keys that no live session needs any more.</summary>
    internal IEnumerable<SessionKey> Retired(DateTimeOffset now) => keys.Where((_, i) => OpensUntil(i) <= now);

    /// <summary>True when the newest key has sealed long enough.</summary>
    internal bool IsDue(DateTimeOffset now) => keys[^1].Created + Term <= now;

    private DateTimeOffset OpensUntil(int i) => i == keys.Length - 1 ? DateTimeOffset.MaxValue : keys[i + 1].Created + Spread + Grace;
}
