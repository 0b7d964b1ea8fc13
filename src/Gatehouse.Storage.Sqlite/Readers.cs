using System.Collections.Concurrent;
using Gatehouse.Accounts.Storage;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

/// <summary>A few connections that read beside the one that writes; whoever comes when all are busy waits.</summary>
internal sealed class Readers : IAsyncDisposable
{
    private readonly Database database;
    private readonly int most;
    private readonly SemaphoreSlim free;
    private readonly ConcurrentBag<Reader> idle;
    private volatile bool closed;

    internal Readers(Database database, int most)
    {
        (this.database, this.most) = (database, most);
        free = new(most);

        // One is open from the start and keeps the journal's index in being: when the disk is full later, reading goes on.
        idle = [new(database)];
    }

    /// <exception cref="StoreUnavailableException">The file cannot be read, or the store is closed.</exception>
    internal async Task<T> ReadAsync<T>(Func<Reader, T> read, CancellationToken cancel)
    {
        await free.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return closed ? throw Failures.Closed() : await Task.Run(() => Read(read), cancel).ConfigureAwait(false);
        }
        finally
        {
            free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        closed = true;
        for (var i = 0; i < most; i++)
        {
            await free.WaitAsync().ConfigureAwait(false);
        }

        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }

        free.Release(most);
    }

    private T Read<T>(Func<Reader, T> read)
    {
        Reader? reader = null;
        try
        {
            reader = idle.TryTake(out var one) ? one : new(database);
            var result = read(reader);
            idle.Add(reader);
            return result;
        }
        catch (Exception failed)
        {
            // After a failure the connection is not trusted again; the next read opens a new one.
            reader?.Dispose();
            if (failed is SqliteException sqlite && Failures.OfDisk(sqlite))
            {
                throw Failures.Unavailable(database.Path, failed);
            }

            throw;
        }
    }
}
