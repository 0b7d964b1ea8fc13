using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gatehouse.Accounts.Storage;

/// <summary>Keeps streams in memory, for as long as the process lives: for <c>:memory:</c> and for tests.</summary>
/// <remarks>Its history is bounded: superseded rows and notes go after the retention, or earlier when they are more than <see cref="HistoryLimit"/>.</remarks>
public sealed class MemoryStore(TimeProvider clock, TimeSpan retention) : IStore
{
    /// <summary>How many superseded rows and notes are remembered at most.</summary>
    public const int HistoryLimit = 200_000;

    private const int Batch = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Stream> streams = new(StringComparer.Ordinal);
    private readonly Log everything = new();
    private readonly Queue<(DateTimeOffset Time, Stream Stream, Kept Commit, int Row)> superseded = new();
    private readonly CommitBell bell = new();
    private long newest;
    private bool closed;

    /// <summary>A store on the system's clock with the default retention.</summary>
    public MemoryStore()
        : this(TimeProvider.System, StoreRules.DefaultRetention)
    {
    }

    /// <inheritdoc/>
    public ValueTask<Stored> LoadAsync(string stream, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (gate)
        {
            RequireOpen();
            return ValueTask.FromResult(streams.TryGetValue(stream, out var found)
                ? new Stored(found.Version, found.Current.Values.Select(static at => at.Commit.Rows[at.Row]).ToArray())
                : new Stored(0, []));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> AppendAsync(string stream, long expected, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        StoreRules.Require(stream, expected, rows);
        cancel.ThrowIfCancellationRequested();
        var copies = rows.Select(static row => row with { Value = row.Value.ToArray() }).ToArray();
        lock (gate)
        {
            RequireOpen();
            ref var found = ref CollectionsMarshal.GetValueRefOrNullRef(streams, stream);
            if (expected != (Unsafe.IsNullRef(ref found) ? 0 : found.Version))
            {
                return ValueTask.FromResult(false);
            }

            if (Unsafe.IsNullRef(ref found))
            {
                streams.Add(stream, new());
            }

            Add(streams[stream], new(++newest, stream, expected + 1, clock.GetUtcNow(), copies));
            Prune();
        }

        bell.Ring();
        return ValueTask.FromResult(true);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Commit> TailAsync(long position, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var more = bell.Next;
            var commits = Read(() => everything.After(position, Batch));
            foreach (var commit in commits)
            {
                yield return commit;
                position = commit.Position;
            }

            if (commits.Count == 0)
            {
                await more.WaitAsync(cancel);
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Commit> HistoryAsync(string stream, long before, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var commits = Read(() => streams.TryGetValue(stream, out var found) ? found.Log.Before(before, Batch) : []);
            foreach (var commit in commits)
            {
                yield return commit;
                before = commit.Version;
            }

            if (commits.Count < Batch)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> IsHealthyAsync(CancellationToken cancel)
    {
        lock (gate)
        {
            return ValueTask.FromResult(!closed);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            closed = true;
        }

        bell.Ring();
        return ValueTask.CompletedTask;
    }

    /// <summary>Another store with the same streams and history; what is appended to one is not seen in the other.</summary>
    public MemoryStore Copy()
    {
        var copy = new MemoryStore(clock, retention);
        lock (gate)
        {
            RequireOpen();
            foreach (var commit in everything.All)
            {
                if (!copy.streams.TryGetValue(commit.Stream, out var stream))
                {
                    copy.streams.Add(commit.Stream, stream = new());
                }

                copy.Add(stream, new(commit.Position, commit.Stream, commit.Version, commit.Time, [.. commit.Rows.Where(static row => row.Key is not null)]));
            }

            foreach (var (name, stream) in streams)
            {
                copy.streams[name].Version = stream.Version;
            }

            copy.newest = newest;
        }

        return copy;
    }

    private List<Commit> Read(Func<List<Commit>> read)
    {
        lock (gate)
        {
            RequireOpen();
            return read();
        }
    }

    private void RequireOpen()
    {
        if (closed)
        {
            throw new StoreUnavailableException("The store is closed.");
        }
    }

    private void Add(Stream stream, Kept commit)
    {
        stream.Version = commit.Version;
        stream.Log.Add(commit);
        everything.Add(commit);
        for (var i = 0; i < commit.Rows.Length; i++)
        {
            var row = commit.Rows[i];
            if (row.Kind == RowKind.Note)
            {
                superseded.Enqueue((commit.Time, stream, commit, i));
                continue;
            }

            if (stream.Current.Remove((row.Table, row.Key), out var old))
            {
                superseded.Enqueue((commit.Time, stream, old.Commit, old.Row));
            }

            if (row.Kind == RowKind.Put)
            {
                stream.Current.Add((row.Table, row.Key), (commit, i));
            }
            else
            {
                superseded.Enqueue((commit.Time, stream, commit, i));
            }
        }
    }

    private void Prune()
    {
        var oldest = clock.GetUtcNow() - retention;
        while (superseded.TryPeek(out var next) && (next.Time < oldest || superseded.Count > HistoryLimit))
        {
            superseded.Dequeue();
            if (next.Commit.Forget(next.Row))
            {
                next.Stream.Log.Dropped();
                everything.Dropped();
            }
        }
    }

    private sealed class Stream
    {
        public long Version { get; set; }

        public Dictionary<(string Table, string Key), (Kept Commit, int Row)> Current { get; } = [];

        public Log Log { get; } = new();
    }

    /// <summary>A commit of which rows may have been forgotten.</summary>
    private sealed class Kept(long position, string stream, long version, DateTimeOffset time, Row[] rows)
    {
        private Commit? shown;
        private int left = rows.Length;

        public long Position => position;

        public string Stream => stream;

        public long Version => version;

        public DateTimeOffset Time => time;

        public Row[] Rows => rows;

        public bool Dead => left == 0;

        public Commit Show() => shown ??= new(position, stream, version, time, [.. rows.Where(static row => row.Key is not null)]);

        /// <returns>True when nothing of the commit is left.</returns>
        public bool Forget(int row)
        {
            rows[row] = default;
            shown = null;
            return --left == 0;
        }
    }

    /// <summary>Commits in order, found by position or version; the dead ones are swept when they are half of it.</summary>
    private sealed class Log
    {
        private readonly List<Kept> commits = [];
        private int dead;

        public IEnumerable<Kept> All => commits.Where(static commit => !commit.Dead);

        public void Add(Kept commit) => commits.Add(commit);

        public void Dropped()
        {
            if (++dead > 1024 && dead > commits.Count / 2)
            {
                commits.RemoveAll(static commit => commit.Dead);
                dead = 0;
            }
        }

        public List<Commit> After(long position, int count) =>
            Take(First(static commit => commit.Position, position == long.MaxValue ? position : position + 1), +1, count);

        public List<Commit> Before(long version, int count) => Take(First(static commit => commit.Version, version) - 1, -1, count);

        private List<Commit> Take(int from, int step, int count)
        {
            var found = new List<Commit>();
            for (var i = from; i >= 0 && i < commits.Count && found.Count < count; i += step)
            {
                if (!commits[i].Dead)
                {
                    found.Add(commits[i].Show());
                }
            }

            return found;
        }

        private int First(Func<Kept, long> order, long least)
        {
            var (low, high) = (0, commits.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = order(commits[middle]) < least ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
