namespace Gatehouse.Workloads;

/// <summary>The newest credentials of one workload: made anew at half their life, so that at least three hours are left [AU-812].</summary>
internal sealed class KeptCredentials : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private WorkloadCredentials? kept;

    /// <summary>The credentials of a role; null when it may not be had.</summary>
    /// <param name="roleArn">The role as it is now: credentials of another one are not handed out.</param>
    /// <param name="now">The moment.</param>
    /// <param name="begin">Begins a session.</param>
    /// <param name="cancel">Ends the wait.</param>
    internal async ValueTask<WorkloadCredentials?> FindAsync(string roleArn, DateTimeOffset now, Func<ValueTask<WorkloadCredentials?>> begin, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            if (kept is { } known && known.RoleArn == roleArn && now - known.Issued < (known.Expires - known.Issued) / 2)
            {
                return known;
            }

            return kept = await begin();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();
}
