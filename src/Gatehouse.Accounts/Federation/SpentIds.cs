using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Accounts.Federation;

/// <summary>What is good once: assertions and tokens of identity providers, tokens of brokers. Each until it cannot be redeemed any more [AU-429, AU-507, AU-720].</summary>
/// <remarks>In memory, one for each node. When there are too many to remember, none is taken. Thread-safe: of all who spend one, one does.</remarks>
/// <param name="most">How many are remembered at once.</param>
public sealed class SpentIds(int most = 100_000)
{
    private readonly Lock gate = new();
    private readonly HashSet<UInt128> spent = [];
    private readonly PriorityQueue<UInt128, DateTimeOffset> ends = new();
    private DateTimeOffset forgotten = DateTimeOffset.MinValue;
    private long turnedAway;

    /// <summary>How many were not taken because there were too many to remember.</summary>
    public long TurnedAway => Volatile.Read(ref turnedAway);

    /// <summary>Spends one.</summary>
    /// <param name="issuer">Who made it.</param>
    /// <param name="id">Its id, unique with its issuer; an empty one is never taken.</param>
    /// <param name="until">When it cannot be redeemed any more, whoever tries.</param>
    /// <param name="now">The time.</param>
    /// <returns>False when it was spent before, has ended, or cannot be remembered.</returns>
    public bool TrySpend(string issuer, string id, DateTimeOffset until, DateTimeOffset now) =>
        id.Length > 0 && Spend(KeyOf(issuer, id), until, now) == Spending.Done;

    /// <summary>Spends what a hash stands for.</summary>
    /// <param name="hash">A hash of 16 bytes at least.</param>
    /// <param name="until">When it cannot be redeemed any more, whoever tries.</param>
    /// <param name="now">The time.</param>
    public Spending Spend(ReadOnlySpan<byte> hash, DateTimeOffset until, DateTimeOffset now) => Spend(BinaryPrimitives.ReadUInt128BigEndian(hash), until, now);

    /// <summary>Whether what a hash stands for is spent, and remembered.</summary>
    /// <param name="hash">A hash of 16 bytes at least.</param>
    /// <param name="now">The time.</param>
    public bool IsSpent(ReadOnlySpan<byte> hash, DateTimeOffset now)
    {
        lock (gate)
        {
            Forget(now);
            return spent.Contains(BinaryPrimitives.ReadUInt128BigEndian(hash));
        }
    }

    private Spending Spend(UInt128 key, DateTimeOffset until, DateTimeOffset now)
    {
        if (until <= now)
        {
            return Spending.Before;
        }

        lock (gate)
        {
            Forget(now);
            // A clock that went back does not bring back what it had made us forget (threat model, T-39).
            if (until <= forgotten || spent.Contains(key))
            {
                return Spending.Before;
            }

            if (spent.Count >= most)
            {
                turnedAway++;
                return Spending.Full;
            }

            ends.Enqueue(key, until);
            spent.Add(key);
            return Spending.Done;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (ends.TryPeek(out var ended, out var end) && end <= now)
        {
            ends.Dequeue();
            spent.Remove(ended);
            forgotten = end;
        }
    }

    // Of one size whatever strangers write; two that met would only cost the second its use.
    private static UInt128 KeyOf(string issuer, string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer.Length}:{issuer}{id}"), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
