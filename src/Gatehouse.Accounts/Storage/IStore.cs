namespace Gatehouse.Accounts.Storage;

/// <summary>Keeps one stream of changes for each account or other aggregate.</summary>
/// <remarks>
/// Promises carry the whole product, and <c>StoreContract</c> tests every store for them:
/// an append is all or nothing, and durable before it answers; two appends that expect the same version never both
/// succeed; a tail shows each commit once, in order, and shows no commit before an earlier one.
/// A store that cannot be reached throws <see cref="StoreUnavailableException"/>; then nothing was written.
/// </remarks>
public interface IStore : IAsyncDisposable
{
    /// <summary>Reads what a stream's entities are now.</summary>
    /// <param name="stream">The stream's name, such as <c>account/111122223333</c>.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The newest put row of each key, and the stream's version: 0 when the stream does not exist.</returns>
    ValueTask<Stored> LoadAsync(string stream, CancellationToken cancel);

    /// <summary>Adds one commit to a stream.</summary>
    /// <param name="stream">The stream's name.</param>
    /// <param name="expected">The version the rows were made for; 0 for a stream that does not exist yet.</param>
    /// <param name="rows">What the entities became, and notes.</param>
    /// <param name="cancel">Ends the wait; whether the commit was made is then unknown.</param>
    /// <returns>False, with nothing written, when the stream has moved past <paramref name="expected"/>.</returns>
    ValueTask<bool> AppendAsync(string stream, long expected, IReadOnlyList<Row> rows, CancellationToken cancel);

    /// <summary>Yields the commits of all streams after <paramref name="position"/>, in order, and then waits for more.</summary>
    IAsyncEnumerable<Commit> TailAsync(long position, CancellationToken cancel);

    /// <summary>Yields the commits of one stream, newest first, from those before version <paramref name="before"/> on; then ends.</summary>
    /// <remarks>What was kept longer than the store's retention may be missing: superseded rows and notes.</remarks>
    IAsyncEnumerable<Commit> HistoryAsync(string stream, long before, CancellationToken cancel);

    /// <summary>Says whether the store answers now: a read and, where it can be told without writing, that it can be written.</summary>
    ValueTask<bool> IsHealthyAsync(CancellationToken cancel);
}
