using Gatehouse.Accounts.Storage;

namespace Gatehouse.Server.Monitoring;

/// <summary>Knows whether the store answers, without letting whoever asks often trouble it often.</summary>
/// <remarks>
/// An answer is good for a second, callers at the same time share one question, and a store that hangs is asked nothing more
/// until it has answered. Only the log says what the store complained of: <c>/health</c> is open to anyone.
/// </remarks>
internal sealed class StoreHealth(IStore store, TimeProvider clock, ILogger<StoreHealth> log)
{
    private const string Away = "The store does not answer.";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private Task<string?>? asked;
    private long askedAt;
    private string? last;

    /// <summary>Whether the store answered when it was last asked.</summary>
    internal bool Healthy => Volatile.Read(ref last) is null;

    /// <summary>What is wrong with the store; null when it answers.</summary>
    internal async ValueTask<string?> ProblemAsync(CancellationToken cancel)
    {
        string? problem;
        try
        {
            problem = await Ask().WaitAsync(Patience, clock, cancel);
        }
        catch (TimeoutException)
        {
            problem = $"The store has not answered within {Patience.TotalSeconds} seconds.";
        }

        var before = Interlocked.Exchange(ref last, problem);
        if (problem is not null && before is null)
        {
            log.StoreLost(problem);
        }
        else if (problem is null && before is not null)
        {
            log.StoreBack();
        }

        return problem;
    }

    private Task<string?> Ask()
    {
        lock (gate)
        {
            if (asked is null || (asked.IsCompleted && clock.GetElapsedTime(askedAt) >= Fresh))
            {
                askedAt = clock.GetTimestamp();
                asked = Task.Run(AskStoreAsync);
            }

            return asked;
        }
    }

    private async Task<string?> AskStoreAsync()
    {
        try
        {
            return await store.IsHealthyAsync(CancellationToken.None) ? null : Away;
        }
#pragma warning disable CA1031 // Whatever keeps the store from answering is the same news to whoever watches.
        catch (Exception reason)
#pragma warning restore CA1031
        {
            log.StoreComplains(reason);
            return Away;
        }
    }
}
