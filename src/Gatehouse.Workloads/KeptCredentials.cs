namespace Gatehouse.Workloads;

/// <summary>The newest credentials of one workload: made anew at half their life, so that what is handed out is good for long [AU-812].</summary>
public sealed class KeptCredentials : IDisposable
{
    /// <summary>How long credentials must still be good to be handed out while none can be made.</summary>
    /// <remarks>AWS's clients ask again when ten minutes are left: with less, they could sign with what has ended.</remarks>
    public static readonly TimeSpan LeastLeft = TimeSpan.FromMinutes(10);

    // AWS's clients wait a second for an answer of the metadata service.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource disposed = new();
    private WorkloadCredentials? kept;
    private (string RoleArn, Task<WorkloadCredentials> Task)? renewal;

    /// <summary>The credentials of a role.</summary>
    /// <param name="roleArn">The role as it is now: credentials of another one are not handed out.</param>
    /// <param name="now">The moment.</param>
    /// <param name="begin">Begins a session; shared by all who ask meanwhile, so that it must outlive each of them.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="stands">Whether what is kept is still good: sessions that somebody ended are not handed out. Null where nobody knows.</param>
    /// <exception cref="WorkloadRefusal">There are none.</exception>
    public async ValueTask<WorkloadCredentials> FindAsync(
        string roleArn, DateTimeOffset now, Func<CancellationToken, ValueTask<WorkloadCredentials>> begin, CancellationToken cancel, Func<WorkloadCredentials, bool>? stands = null)
    {
        WorkloadCredentials? known;
        Task<WorkloadCredentials> coming;
        lock (gate)
        {
            known = kept?.RoleArn == roleArn && stands?.Invoke(kept) is not false ? kept : null;
            if (known is not null && now - known.Issued < (known.Expires - known.Issued) / 2)
            {
                return known;
            }

            if (renewal is not { Task.IsCompleted: false } running || running.RoleArn != roleArn)
            {
                renewal = running = (roleArn, Task.Run(() => RenewAsync(begin), CancellationToken.None));
            }

            coming = running.Task;
        }

        if (known is null || known.Expires - now < LeastLeft)
        {
            return await coming.WaitAsync(cancel);
        }

        try
        {
            return await coming.WaitAsync(Patience, cancel);
        }
        catch (Exception away) when (away is TimeoutException or WorkloadRefusal { Away: true })
        {
            return known;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        disposed.Cancel();
        disposed.Dispose();
    }

    private async Task<WorkloadCredentials> RenewAsync(Func<CancellationToken, ValueTask<WorkloadCredentials>> begin)
    {
        try
        {
            var begun = await begin(disposed.Token);
            lock (gate)
            {
                kept = begun;
            }

            return begun;
        }
        catch (WorkloadRefusal refusal) when (!refusal.Away)
        {
            // Whoever may not have the role any more is not given what is left of it.
            lock (gate)
            {
                kept = null;
            }

            throw;
        }
    }
}
