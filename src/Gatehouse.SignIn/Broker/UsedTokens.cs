using System.Collections.Concurrent;

namespace Gatehouse.SignIn.Broker;

/// <summary>Which tokens of brokers were used, as long as they could be used again [AU-720].</summary>
/// <remarks>In memory, one for each node. What was made before it began may have been used before: it does not count. Thread-safe.</remarks>
/// <param name="clock">The one clock.</param>
public sealed class UsedTokens(TimeProvider clock)
{
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new(StringComparer.Ordinal);
    private readonly DateTimeOffset began = clock.GetUtcNow();

    /// <summary>Uses a token: of all who try, one does.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="made">When it was made.</param>
    /// <param name="ends">When it ends by itself.</param>
    public bool TryUse(string id, DateTimeOffset made, DateTimeOffset ends)
    {
        var now = clock.GetUtcNow();
        if (used.Count >= Most)
        {
            foreach (var old in used.Where(old => old.Value <= now))
            {
                used.TryRemove(old);
            }
        }

        return made >= began && ends > now && used.Count < Most && used.TryAdd(id, ends);
    }
}
