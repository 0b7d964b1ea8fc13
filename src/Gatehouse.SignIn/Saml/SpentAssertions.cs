using System.Collections.Concurrent;

namespace Gatehouse.SignIn.Saml;

/// <summary>Assertions that a browser has brought: each is good once, until it cannot be redeemed any more [AU-507, AU-730].</summary>
/// <remarks>In memory, one for each node. When there are too many to remember, none is taken.</remarks>
internal sealed class SpentAssertions
{
    private const int Most = 100_000;
    private readonly ConcurrentDictionary<(string Issuer, string Id), DateTimeOffset> spent = new();

    /// <summary>Spends an assertion.</summary>
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
