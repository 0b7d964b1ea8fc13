using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.SignIn.Sessions;

/// <summary>Things that wait for whoever brings their secret id: a sign-in half done, a choice to make, a code. Each for a while only, and a bounded number.</summary>
/// <remarks>In memory, one for each node. Thread-safe: of several who take the same one, one gets it.</remarks>
/// <param name="clock">The one clock.</param>
/// <param name="life">How long one waits.</param>
/// <param name="most">How many wait at the most.</param>
/// <typeparam name="T">What waits.</typeparam>
public sealed class Tickets<T>(TimeProvider clock, TimeSpan life, int most = 10_000)
    where T : class
{
    private readonly ConcurrentDictionary<string, (T Value, DateTimeOffset Ends)> waiting = new(StringComparer.Ordinal);

    /// <summary>Keeps something.</summary>
    /// <returns>Its secret id; null when too many wait.</returns>
    public string? TryIssue(T value)
    {
        if (waiting.Count >= most)
        {
            Sweep();
            if (waiting.Count >= most)
            {
                return null;
            }
        }

        var id = SecretIds.Draw();
        waiting[SecretIds.HashOf(id)] = (value, clock.GetUtcNow() + life);
        return id;
    }

    /// <summary>Looks at what waits, and leaves it.</summary>
    public bool TryFind(string? id, [NotNullWhen(true)] out T? value)
    {
        value = SecretIds.IsOne(id) && waiting.TryGetValue(SecretIds.HashOf(id!), out var kept) && kept.Ends > clock.GetUtcNow() ? kept.Value : null;
        return value is not null;
    }

    /// <summary>Takes what waits: it can be had once.</summary>
    public bool TryTake(string? id, [NotNullWhen(true)] out T? value)
    {
        value = SecretIds.IsOne(id) && waiting.TryRemove(SecretIds.HashOf(id!), out var kept) && kept.Ends > clock.GetUtcNow() ? kept.Value : null;
        return value is not null;
    }

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var held in waiting)
        {
            if (held.Value.Ends <= now)
            {
                waiting.TryRemove(held);
            }
        }
    }
}
