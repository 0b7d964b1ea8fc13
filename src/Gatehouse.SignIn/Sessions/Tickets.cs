using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Gatehouse.SignIn.Sessions;

/// <summary>Things that wait for whoever brings their secret id: a sign-in half done, a choice to make, a code. Each for a while only, and a bounded number.</summary>
/// <remarks>In memory, one for each node. Thread-safe: of several who take the same one, one gets it.</remarks>
/// <param name="clock">The one clock.</param>
/// <param name="life">How long one waits.</param>
/// <param name="most">How many wait at the most; a tenth of them from one address, where it is told.</param>
/// <typeparam name="T">What waits.</typeparam>
public sealed class Tickets<T>(TimeProvider clock, TimeSpan life, int most = 10_000)
    where T : class
{
    private const int Share = 10;

    private readonly ConcurrentDictionary<string, Waiting> waiting = new(StringComparer.Ordinal);
    private readonly Places places = new(Math.Max(1, most / Share));

    /// <summary>Keeps something.</summary>
    /// <param name="value">What waits.</param>
    /// <param name="from">From where, for what anybody may leave here: nobody takes all the room. Null for what is bounded by itself.</param>
    /// <returns>Its secret id; null when too many wait.</returns>
    public string? TryIssue(T value, IPAddress? from = null)
    {
        if (!TryEnter(from))
        {
            Sweep();
            if (!TryEnter(from))
            {
                return null;
            }
        }

        var id = SecretIds.Draw();
        waiting[SecretIds.HashOf(id)] = new(value, clock.GetUtcNow() + life, from);
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
        value = null;
        if (SecretIds.IsOne(id) && waiting.TryRemove(SecretIds.HashOf(id!), out var kept))
        {
            places.Leave(kept.From);
            value = kept.Ends > clock.GetUtcNow() ? kept.Value : null;
        }

        return value is not null;
    }

    private bool TryEnter(IPAddress? from) => waiting.Count < most && places.TryEnter(from);

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var held in waiting)
        {
            if (held.Value.Ends <= now && waiting.TryRemove(held))
            {
                places.Leave(held.Value.From);
            }
        }
    }

    private sealed record Waiting(T Value, DateTimeOffset Ends, IPAddress? From);
}
