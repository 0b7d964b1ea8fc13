using Gatehouse.Accounts.Storage;

namespace Gatehouse.Storage.Sqlite;

/// <summary>Something for the thread that writes.</summary>
internal abstract class Work(CancellationToken cancel)
{
    /// <summary>True when whoever asked has gone before it began.</summary>
    internal bool Abandoned => cancel.IsCancellationRequested;

    internal abstract void Fail(Exception why);
}

/// <summary>Work that answers.</summary>
internal abstract class Work<T>(CancellationToken cancel) : Work(cancel)
{
    // The thread that writes must not run what its callers do next.
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task<T> Answer => done.Task;

    internal void Complete(T answer) => done.TrySetResult(answer);

    internal override void Fail(Exception why) => done.TrySetException(why);
}

/// <summary>An append; answers whether the version was the expected one.</summary>
internal sealed class AppendWork(string stream, long expected, IReadOnlyList<Row> rows, CancellationToken cancel) : Work<bool>(cancel)
{
    internal string Stream => stream;

    internal long Expected => expected;

    internal IReadOnlyList<Row> Rows => rows;

    /// <summary>What will be answered if the transaction commits.</summary>
    internal bool Won { get; set; }

    /// <summary>What went wrong with this append alone.</summary>
    internal Exception? Fault { get; set; }
}

/// <summary>Removal of some of what the retention has passed; answers how many rows went.</summary>
internal sealed class PruneWork(CancellationToken cancel) : Work<int>(cancel);

/// <summary>A small write that tells whether writing works again; answers true or fails.</summary>
internal sealed class ProbeWork(CancellationToken cancel) : Work<bool>(cancel);
