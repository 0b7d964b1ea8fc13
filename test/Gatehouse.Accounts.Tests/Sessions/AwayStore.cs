using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts.Tests.Sessions;

/// <summary>A store that can be away for a while.</summary>
internal sealed class AwayStore(IStore store) : IStore
{
    internal bool Away { get; set; }

    public ValueTask<Stored> LoadAsync(string stream, CancellationToken cancel) => Away ? throw new StoreUnavailableException("away") : store.LoadAsync(stream, cancel);

    public ValueTask<bool> AppendAsync(string stream, long expected, IReadOnlyList<Row> rows, CancellationToken cancel) =>
        Away ? throw new StoreUnavailableException("away") : store.AppendAsync(stream, expected, rows, cancel);

    public IAsyncEnumerable<Commit> TailAsync(long position, CancellationToken cancel) => store.TailAsync(position, cancel);

    public IAsyncEnumerable<Commit> HistoryAsync(string stream, long before, CancellationToken cancel) => store.HistoryAsync(stream, before, cancel);

    public ValueTask<bool> IsHealthyAsync(CancellationToken cancel) => new(!Away);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
