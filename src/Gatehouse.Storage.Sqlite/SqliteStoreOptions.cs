using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Storage.Sqlite;

/// <summary>What an operator may choose about a <see cref="SqliteStore"/>.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>How long superseded rows and notes are kept; 90 days.</summary>
    public TimeSpan Retention { get; init; } = StoreRules.DefaultRetention;

    /// <summary>How often what is older is removed; 10 minutes.</summary>
    public TimeSpan PruneInterval { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a statement waits for another program that holds the file, such as a backup; 5 seconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many loads, tails and histories read at once; 8.</summary>
    public int MaxReaders { get; init; } = 8;

    /// <summary>How many appends wait for the disk before further ones wait for a place; 4,096.</summary>
    public int MaxWaiting { get; init; } = 4_096;

    /// <summary>Streams of which a superseded value is wiped at once; the stream of keys, because a destroyed key must not lie in the history (AU-332).</summary>
    public IReadOnlyCollection<string> StreamsWithoutHistory { get; init; } = [KeyRing.Stream];
}
