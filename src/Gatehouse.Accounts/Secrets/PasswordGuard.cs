using System.Collections.Concurrent;

namespace Gatehouse.Accounts.Secrets;

/// <summary>Slows the guessing of passwords: after five wrong ones within a quarter of an hour, each further attempt waits longer [AU-705].</summary>
/// <remarks>
/// Kept in memory, for each user of each account; never a lasting lock. An attempt is counted as wrong when it begins and forgiven
/// when it was right, so that many at once gain nothing. Thread-safe.
/// </remarks>
public sealed class PasswordGuard
{
    private const int Free = 5;
    private const int MostOwners = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<(string Account, string Owner), Failures> owners = new();

    /// <summary>Begins an attempt.</summary>
    /// <param name="account">The account.</param>
    /// <param name="owner">The unique id of the user, or <see cref="Account.RootOwner"/>.</param>
    /// <param name="now">The moment.</param>
    /// <returns>Zero when it may go on; else how long to wait, and nothing is counted.</returns>
    public TimeSpan Begin(string account, string owner, DateTimeOffset now)
    {
        var wait = TimeSpan.Zero;
        owners.AddOrUpdate(
            (account, owner),
            _ => new(1, now),
            (_, before) =>
            {
                wait = TimeSpan.Zero;
                if (now - before.Last >= Window)
                {
                    return new(1, now);
                }

                wait = before.Wait - (now - before.Last);
                wait = wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
                return wait > TimeSpan.Zero ? before : new(before.Count + 1, now);
            });
        if (owners.Count > MostOwners)
        {
            Forget(now);
        }

        return wait;
    }

    /// <summary>Ends an attempt that was right: those before it are forgotten.</summary>
    public void Forgive(string account, string owner) => owners.TryRemove((account, owner), out _);

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, failures) in owners)
        {
            if (now - failures.Last >= Window)
            {
                owners.TryRemove(KeyValuePair.Create(key, failures));
            }
        }
    }

    private sealed record Failures(int Count, DateTimeOffset Last)
    {
        // 1, 2, 4 … 60 seconds.
        internal TimeSpan Wait => Count < Free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 1L << Math.Min(Count - Free, 6)));
    }
}
