using System.Collections.Concurrent;

namespace Gatehouse.SignIn.Sessions;

/// <summary>What a browser has brought and is good once: assertions of identity providers, tokens of brokers. Each until it cannot be redeemed any more [AU-507, AU-720].</summary>
/// <remarks>In memory, one for each node. When there are too many to remember, none is taken. Thread-safe: of all who spend one, one does.</remarks>
internal sealed class SpentIds
{
    private const int Most = 100_000;
    private readonly ConcurrentDictionary<(string Issuer, string Id), DateTimeOffset> spent = new();

    /// <summary>Spends one.</summary>
    /// <returns>False when it was spent before.</returns>
    internal bool TrySpend(string issuer, string id, DateTimeOffset ends, DateTimeOffset now)
    {
        if (spent.Count >= Most)
        {
            foreach (var held in spent.Where(held => held.Value <= now))
            {
                spent.TryRemove(held);
            }
        }

        return spent.Count < Most && id.Length > 0 && spent.TryAdd((issuer, id), ends);
    }
}
