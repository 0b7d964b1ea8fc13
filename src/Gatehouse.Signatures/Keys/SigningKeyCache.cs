using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Signatures;

/// <summary>Remembers derived keys, so that a request costs one HMAC and not five, nor the unsealing of a secret (AU-134).</summary>
/// <typeparam name="TOwner">
/// What the key stands for: say, a principal tied to its account's version. A hit whose owner is out of date is a miss; only the caller can tell.
/// </typeparam>
/// <remarks>
/// Safe for many threads; a hit neither allocates nor waits for a lock. Never grows past its capacity: what was not used since the last round
/// makes room. Nothing in it is older than a day. SigV4 keys are found by access key, date, region and service, SigV4A keys by access key alone.
/// </remarks>
public sealed class SigningKeyCache<TOwner>
    where TOwner : class
{
    /// <summary>The number of keys kept when nothing else is asked for.</summary>
    public const int DefaultCapacity = 4096;

    /// <summary>How long a key is kept at most.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private static readonly TimeSpan SweepInterval = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> lookup;

    // The clock: every entry sits in one slot, the hand goes round and takes the first that was not used since it last came by.
    private readonly Entry?[] slots;
    private readonly Lock gate = new();
    private int hand;
    private DateTimeOffset swept = DateTimeOffset.MinValue;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="capacity">The most keys it may hold.</param>
    public SigningKeyCache(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        slots = new Entry?[capacity];
        lookup = entries.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many keys it holds. Takes locks: for tests and metrics, not for requests.</summary>
    public int Count => entries.Count;

    /// <summary>Finds the key for a signature's access key and scope.</summary>
    /// <param name="signature">A signature whose scope was checked.</param>
    /// <param name="now">The server's clock.</param>
    /// <param name="key">The key that verifies it.</param>
    /// <param name="owner">What was kept with the key.</param>
    public bool TryGet(in Signature signature, DateTimeOffset now, [NotNullWhen(true)] out VerificationKey? key, [NotNullWhen(true)] out TOwner? owner)
    {
        if (lookup.TryGetValue(NameOf(signature), out var entry) && now - entry.Added < Lifetime)
        {
            entry.MarkUsed();
            (key, owner) = (entry.Key, entry.Owner);
            return true;
        }

        (key, owner) = (null, null);
        return false;
    }

    /// <summary>Keeps a key, in place of one of the same access key and scope.</summary>
    /// <param name="signature">A signature of this key, verified: strangers must not be able to fill the cache.</param>
    /// <param name="now">The server's clock.</param>
    /// <param name="key">The key.</param>
    /// <param name="owner">What it stands for.</param>
    public void Set(in Signature signature, DateTimeOffset now, VerificationKey key, TOwner owner)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(owner);
        var name = NameOf(signature).ToString();
        lock (gate)
        {
            Sweep(now);
            var slot = entries.TryGetValue(name, out var old) ? old.Slot : FreeSlot();
            var entry = new Entry(name, slot, now, key, owner);
            slots[slot] = entry;
            entries[name] = entry;
        }
    }

    /// <summary>Forgets every key of an access key, in all scopes. Looks at all entries: for changes, not for requests.</summary>
    /// <param name="accessKeyId">The access key id.</param>
    public void Remove(ReadOnlySpan<char> accessKeyId)
    {
        lock (gate)
        {
            foreach (var entry in slots)
            {
                if (entry is not null && IsOf(entry.Name, accessKeyId))
                {
                    Drop(entry);
                }
            }
        }
    }

    // No access key id has a slash, so the two kinds of name never meet.
    private static ReadOnlySpan<char> NameOf(in Signature signature) =>
        signature.Algorithm == SignatureAlgorithm.HmacSha256 ? signature.Credential : signature.AccessKeyId;

    private static bool IsOf(ReadOnlySpan<char> name, ReadOnlySpan<char> accessKeyId) =>
        name.StartsWith(accessKeyId) && (name.Length == accessKeyId.Length || name[accessKeyId.Length] == '/');

    private int FreeSlot()
    {
        for (var steps = 0; ; steps++)
        {
            var slot = hand;
            hand = (hand + 1) % slots.Length;
            if (slots[slot] is not { } entry)
            {
                return slot;
            }

            // After one round every mark is taken; only requests of this very moment set new ones, and they must not keep the hand going.
            if (!entry.TakeUsed() || steps > slots.Length)
            {
                Drop(entry);
                return slot;
            }
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now - swept < SweepInterval)
        {
            return;
        }

        swept = now;
        foreach (var entry in slots)
        {
            if (entry is not null && now - entry.Added >= Lifetime)
            {
                Drop(entry);
            }
        }
    }

    private void Drop(Entry entry)
    {
        slots[entry.Slot] = null;
        entries.TryRemove(entry.Name, out _);
    }

    private sealed class Entry(string name, int slot, DateTimeOffset added, VerificationKey key, TOwner owner)
    {
        // Written without a lock: a mark lost in a race costs one derivation at worst.
        private bool used;

        internal string Name => name;

        internal int Slot => slot;

        internal DateTimeOffset Added => added;

        internal VerificationKey Key => key;

        internal TOwner Owner => owner;

        internal void MarkUsed()
        {
            // Reading first keeps the cache line shared between cores.
            if (!used)
            {
                used = true;
            }
        }

        internal bool TakeUsed()
        {
            var was = used;
            used = false;
            return was;
        }
    }
}
