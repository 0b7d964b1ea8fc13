using System.Runtime.CompilerServices;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Storage.Sqlite;

/// <summary>Keeps streams in one file, <c>gatehouse.db</c>, of a data folder that one process holds at a time.</summary>
/// <remarks>
/// SQLite with a write-ahead log. One thread writes and appends that wait together share one transaction; an append
/// answers when the disk has it. A few connections read beside it. When a write fails nothing of it stays, the store
/// says <see cref="StoreUnavailableException"/>, and the next write tries afresh: there is nothing to restart.
/// </remarks>
public sealed class SqliteStore : IStore
{
    private const int CommitsAtOnce = 64;

    private readonly FolderLock folder;
    private readonly Database database;
    private readonly Readers readers;
    private readonly Writer writer;
    private readonly CommitBell bell = new();
    private readonly ITimer pruning;
    private int closed;

    private SqliteStore(FolderLock folder, Database database, SqliteStoreOptions options, TimeProvider clock)
    {
        (this.folder, this.database) = (folder, database);
        readers = new(database, options.MaxReaders);
        writer = new(database, options, clock, bell);
        pruning = clock.CreateTimer(static writer => ((Writer)writer!).Prune(), writer, options.PruneInterval, options.PruneInterval);
    }

    /// <summary>Opens the store of a data folder, and makes both when they are not there.</summary>
    /// <param name="folder">The data folder; this process holds it until the store is disposed or the process ends.</param>
    /// <param name="clock">Dates the commits and says when history is old.</param>
    /// <param name="options">The operator's choices; the defaults when null.</param>
    /// <exception cref="DataFolderException">The folder is in use, cannot be written, or holds a damaged or newer file.</exception>
    public static SqliteStore Open(string folder, TimeProvider clock, SqliteStoreOptions? options = null)
    {
        SQLitePCL.Batteries_V2.Init();
        options ??= new();
        var held = FolderLock.Take(folder);
        try
        {
            var file = new Database(folder, options);
            file.Prepare();
            return new(held, file, options, clock);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Stored> LoadAsync(string stream, CancellationToken cancel) =>
        await readers.ReadAsync(reader => reader.Load(stream, cancel), cancel).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<bool> AppendAsync(string stream, long expected, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        StoreRules.Require(stream, expected, rows);
        return await writer.DoAsync(new AppendWork(stream, expected, rows, cancel), cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Commit> TailAsync(long position, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            var more = bell.Next;
            var commits = await readers.ReadAsync(reader => reader.Tail(position, CommitsAtOnce), cancel).ConfigureAwait(false);
            foreach (var commit in commits)
            {
                yield return commit;
                position = commit.Position;
            }

            if (commits.Count == 0)
            {
                await more.WaitAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Commit> HistoryAsync(string stream, long before, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            var commits = await readers.ReadAsync(reader => reader.History(stream, before, CommitsAtOnce), cancel).ConfigureAwait(false);
            foreach (var commit in commits)
            {
                yield return commit;
                before = commit.Version;
            }

            if (commits.Count < CommitsAtOnce)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>Only after a failed write does it write, a few bytes, to learn whether writing works again.</remarks>
    public async ValueTask<bool> IsHealthyAsync(CancellationToken cancel)
    {
        if (!database.IsThere)
        {
            return false;
        }

        try
        {
            await readers.ReadAsync(static reader => reader.Tail(long.MaxValue, 1), cancel).ConfigureAwait(false);
            return !writer.Broken || await writer.DoAsync(new ProbeWork(cancel), cancel).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    /// <summary>Removes some of what the retention has passed now; the timer does the same.</summary>
    /// <returns>How many rows went; 0 when nothing is left to remove.</returns>
    public async ValueTask<int> PruneAsync(CancellationToken cancel) => await writer.DoAsync(new PruneWork(cancel), cancel).ConfigureAwait(false);

    /// <summary>Finishes the appends that wait, closes the file and lets go of the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, 1) != 0)
        {
            return;
        }

        await pruning.DisposeAsync().ConfigureAwait(false);
        await writer.DisposeAsync().ConfigureAwait(false);
        await readers.DisposeAsync().ConfigureAwait(false);
        bell.Ring();
        folder.Dispose();
    }
}
