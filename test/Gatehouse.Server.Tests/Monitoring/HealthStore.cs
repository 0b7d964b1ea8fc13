using System.Runtime.CompilerServices;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Server.Tests.Monitoring;

/// <summary>A store that is as well as a test says, and knows nothing else.</summary>
internal sealed class HealthStore(Func<Task<bool>> health) : IStore
{
    private int asked;

    /// <summary>How often it was asked how it is.</summary>
    internal int Asked => asked;

    public ValueTask<bool> IsHealthyAsync(CancellationToken cancel)
    {
        Interlocked.Increment(ref asked);
        return new(health());
    }

    public ValueTask<Stored> LoadAsync(string stream, CancellationToken cancel) => new(new Stored(0, []));

    public ValueTask<bool> AppendAsync(string stream, long expected, IReadOnlyList<Row> rows, CancellationToken cancel) => throw new StoreUnavailableException("away");

    public IAsyncEnumerable<Commit> TailAsync(long position, CancellationToken cancel) => Nothing(cancel);

    public IAsyncEnumerable<Commit> HistoryAsync(string stream, long before, CancellationToken cancel) => Nothing(cancel);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async IAsyncEnumerable<Commit> Nothing([EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        cancel.ThrowIfCancellationRequested();
        yield break;
    }
}
