using Gatehouse.Accounts.Storage;

namespace Gatehouse.Server.Seeding;

/// <summary>A store that shows another one and keeps what is appended to itself: a start can be tried on it that leaves no trace.</summary>
/// <remarks>For one start; not thread safe.</remarks>
internal sealed class RehearsalStore(IStore real) : IStore
{
    private readonly Dictionary<string, (long Version, Dictionary<(string Table, string Key), Row> Rows)> streams = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<Stored> LoadAsync(string stream, CancellationToken cancel)
    {
        if (!streams.TryGetValue(stream, out var kept))
        {
            var stored = await real.LoadAsync(stream, cancel);
            kept = streams[stream] = (stored.Version, stored.Rows.ToDictionary(row => (row.Table, row.Key)));
        }

        return new(kept.Version, kept.Rows.Values.ToList());
    }

    /// <inheritdoc/>
    public async ValueTask<bool> AppendAsync(string stream, long expected, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        StoreRules.Require(stream, expected, rows);
        if ((await LoadAsync(stream, cancel)).Version != expected)
        {
            return false;
        }

        var kept = streams[stream].Rows;
        foreach (var row in rows)
        {
            if (row.Kind == RowKind.Put)
            {
                kept[(row.Table, row.Key)] = row with { Value = row.Value.ToArray() };
            }
            else if (row.Kind == RowKind.Remove)
            {
                kept.Remove((row.Table, row.Key));
            }
        }

        streams[stream] = (expected + 1, kept);
        return true;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Commit> TailAsync(long position, CancellationToken cancel) => real.TailAsync(position, cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<Commit> HistoryAsync(string stream, long before, CancellationToken cancel) => real.HistoryAsync(stream, before, cancel);

    /// <inheritdoc/>
    public ValueTask<bool> IsHealthyAsync(CancellationToken cancel) => real.IsHealthyAsync(cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
