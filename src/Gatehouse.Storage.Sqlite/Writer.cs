using System.Threading.Channels;
using Gatehouse.Accounts.Storage;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

/// <summary>The one thread that writes. Appends that wait together become one transaction and share its way to the disk.</summary>
internal sealed class Writer : IAsyncDisposable
{
    /// <summary>How many appends one transaction takes at most.</summary>
    private const int Batch = 256;

    private readonly Database database;
    private readonly SqliteStoreOptions options;
    private readonly TimeProvider clock;
    private readonly CommitBell bell;
    private readonly Channel<Work> queue;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Ledger? ledger;
    private long newest;
    private volatile bool broken;

    internal Writer(Database database, SqliteStoreOptions options, TimeProvider clock, CommitBell bell)
    {
        (this.database, this.options, this.clock, this.bell) = (database, options, clock, bell);
        queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(options.MaxWaiting) { SingleReader = true });
        ledger = new(database, options);
        newest = ledger.Position;
        new Thread(Run) { IsBackground = true, Name = "gatehouse store" }.Start();
    }

    /// <summary>True from a failed write until one succeeds again.</summary>
    internal bool Broken => broken;

    /// <exception cref="StoreUnavailableException">It could not be written, and was not.</exception>
    internal async Task<T> DoAsync<T>(Work<T> work, CancellationToken cancel)
    {
        try
        {
            await queue.Writer.WriteAsync(work, cancel).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw Failures.Closed();
        }

        return await work.Answer.WaitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Asks for pruning when there is room for it; otherwise the next time will do.</summary>
    internal void Prune() => queue.Writer.TryWrite(new PruneWork(CancellationToken.None));

    /// <summary>Finishes what waits, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await ended.Task.ConfigureAwait(false);
    }

    private void Run()
    {
        var appends = new List<AppendWork>(Batch);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Work? other = null;
            while (other is null && appends.Count < Batch && queue.Reader.TryRead(out var work))
            {
                if (work.Abandoned)
                {
                    work.Fail(new OperationCanceledException());
                }
                else if (work is AppendWork append)
                {
                    appends.Add(append);
                }
                else
                {
                    other = work;
                }
            }

            WriteAll(appends);
            appends.Clear();
            Do(other);
        }

        ledger?.Dispose();
        ended.SetResult();
    }

    private void WriteAll(List<AppendWork> appends)
    {
        if (appends.Count == 0)
        {
            return;
        }

        if (Transact(open => appends.ForEach(append => Write(open, append))) is { } failed)
        {
            appends.ForEach(append => append.Fail(failed));
            return;
        }

        bell.Ring();
        foreach (var append in appends)
        {
            if (append.Fault is { } fault)
            {
                append.Fail(fault);
            }
            else
            {
                append.Complete(append.Won);
            }
        }
    }

    private void Write(Ledger open, AppendWork append)
    {
        try
        {
            append.Won = open.Append(append.Stream, append.Expected, append.Rows, clock.GetUtcNow());
        }
        catch (Exception failed) when (open.InTransaction && !(failed is SqliteException sqlite && Failures.OfDisk(sqlite)))
        {
            // This append is at fault, not the disk: the others go on.
            append.Fault = failed;
        }
    }

    private void Do(Work? work)
    {
        switch (work)
        {
            case PruneWork prune:
                var rows = 0;
                Answer(prune, Transact(open => rows = open.Prune(clock.GetUtcNow() - options.Retention)), () => rows);
                if (rows > 0)
                {
                    Prune();
                }

                break;
            case ProbeWork probe:
                Answer(probe, Transact(open => open.Probe(clock.GetUtcNow())), static () => true);
                break;
        }
    }

    private static void Answer<T>(Work<T> work, Exception? failed, Func<T> answer)
    {
        if (failed is not null)
        {
            work.Fail(failed);
        }
        else
        {
            work.Complete(answer());
        }
    }

    /// <summary>Runs one transaction, durable when this returns.</summary>
    /// <returns>Null, or why nothing of it was written.</returns>
    private Exception? Transact(Action<Ledger> write)
    {
        try
        {
            if (!database.IsThere)
            {
                throw new StoreUnavailableException($"The store '{database.Path}' is not there any more.");
            }

            var open = ledger ??= Reopen();
            open.Begin();
            write(open);
            open.Commit();
            newest = open.Position;
            broken = false;
            return null;
        }
        catch (Exception failed)
        {
            Abort();
            return failed is SqliteException sqlite && Failures.OfDisk(sqlite) ? Failures.Unavailable(database.Path, failed) : failed;
        }
    }

    /// <summary>Takes back what was not committed, and lets go of the connection: after a failure the next write starts from a fresh one.</summary>
    private void Abort()
    {
        broken = true;
        try
        {
            ledger?.Rollback();
        }
        catch (SqliteException)
        {
            // Closing the connection takes it back as well.
        }

        ledger?.Dispose();
        ledger = null;
    }

    private Ledger Reopen()
    {
        var open = new Ledger(database, options);
        try
        {
            if (open.Position < newest)
            {
                throw new StoreUnavailableException($"The store '{database.Path}' was replaced by an older one while it was in use. Start Gatehouse again.");
            }

            open.SweepJournal();
            return open;
        }
        catch
        {
            open.Dispose();
            throw;
        }
    }
}
