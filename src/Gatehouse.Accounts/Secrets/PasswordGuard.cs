using System.Collections.Concurrent;
using System.Net;

namespace Gatehouse.Accounts.Secrets;

/// <summary>Slows the guessing of passwords [AU-705].</summary>
/// <remarks>
/// <para>After five wrong ones within a quarter of an hour for one user, each further attempt waits longer, up to a minute; after a hundred
/// within an hour from one address, that address waits an hour. Never a lasting lock, and none for a browser that its user has
/// signed in with before, which is counted by itself: strangers who guess slow strangers down.</para>
/// <para>Kept in memory. An attempt is counted as wrong when it begins and forgiven when it was right, so that many at once gain
/// nothing. Thread-safe.</para>
/// </remarks>
public sealed class PasswordGuard
{
    private const int Free = 5;
    private const int FreeOfNetwork = 100;
    private const int Most = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan NetworkWindow = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<(string Account, string Owner), Failures> owners = new();
    private readonly ConcurrentDictionary<UInt128, Failures> networks = new();

    /// <summary>How a change of a password is counted: by itself, since whoever gets there is signed in or has shown the old one, so that strangers who guess at the door do not slow it.</summary>
    /// <param name="owner">The unique id of the user, or <see cref="Account.RootOwner"/>.</param>
    public static string ChangeBy(string owner) => owner + "/change";

    /// <summary>Begins an attempt.</summary>
    /// <param name="account">The account; empty when none is known.</param>
    /// <param name="owner">The unique id of the user, or <see cref="Account.RootOwner"/>; what was typed, for nobody.</param>
    /// <param name="address">From where; null when that is not to be counted.</param>
    /// <param name="now">The moment.</param>
    /// <returns>Zero when it may go on; else how long to wait, and nothing is counted.</returns>
    public TimeSpan Begin(string account, string owner, IPAddress? address, DateTimeOffset now)
    {
        if (owners.Count > Most || networks.Count > Most)
        {
            Forget(now);
        }

        var network = address is null ? (UInt128?)null : Networks.HostOf(address);
        if (network is { } from)
        {
            var wait = Count(networks, from, NetworkWindow, FreeOfNetwork, static _ => NetworkWindow, now);
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }
        }

        var slow = Count(owners, (account, owner), Window, Free, static over => TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 1L << Math.Min(over, 6))), now);
        if (slow > TimeSpan.Zero && network is { } innocent)
        {
            Uncount(innocent);
        }

        return slow;
    }

    /// <summary>Ends an attempt that was right: those before it are forgotten.</summary>
    public void Forgive(string account, string owner, IPAddress? address)
    {
        owners.TryRemove((account, owner), out _);
        if (address is not null)
        {
            Uncount(Networks.HostOf(address));
        }
    }

    /// <summary>Forgets what was counted for all of an account's users, and for nobody in particular: what an administrator does.</summary>
    /// <returns>How many were slowed down.</returns>
    public int Clear(string account, DateTimeOffset now)
    {
        var slowed = 0;
        foreach (var (key, failures) in owners.Where(held => held.Key.Account == account))
        {
            slowed += owners.TryRemove(KeyValuePair.Create(key, failures)) && failures.Count >= Free && now - failures.Last < Window ? 1 : 0;
        }

        return slowed;
    }

    /// <summary>Whose attempts in an account are slowed down: the owner as above, how many were wrong, and when the last was.</summary>
    public IReadOnlyList<(string Owner, int Count, DateTimeOffset Last)> Slowed(string account, DateTimeOffset now) =>
    [
        .. owners.Where(held => held.Key.Account == account && held.Value.Count >= Free && now - held.Value.Last < Window)
            .Select(held => (held.Key.Owner, held.Value.Count, held.Value.Last))
            .OrderBy(static held => held.Owner, StringComparer.Ordinal),
    ];

    private static TimeSpan Count<TKey>(
        ConcurrentDictionary<TKey, Failures> failures, TKey key, TimeSpan window, int free, Func<int, TimeSpan> waits, DateTimeOffset now)
        where TKey : notnull
    {
        var wait = TimeSpan.Zero;
        failures.AddOrUpdate(
            key,
            _ => new(1, now, now),
            (_, before) =>
            {
                wait = TimeSpan.Zero;
                if (now - (before.Count < free ? before.Since : before.Last) >= window)
                {
                    return new(1, now, now);
                }

                wait = before.Count < free ? TimeSpan.Zero : waits(before.Count - free) - (now - before.Last);
                wait = wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
                return wait > TimeSpan.Zero ? before : before with { Count = before.Count + 1, Last = now };
            });
        return wait;
    }

    private void Uncount(UInt128 network)
    {
        while (networks.TryGetValue(network, out var failures) && !networks.TryUpdate(network, failures with { Count = failures.Count - 1 }, failures))
        {
        }
    }

    private void Forget(DateTimeOffset now)
    {
        Drop(owners, Window, now);
        Drop(networks, NetworkWindow, now);
    }

    // Bounded memory wins over remembering: when all are fresh, the older half goes.
    private static void Drop<TKey>(ConcurrentDictionary<TKey, Failures> failures, TimeSpan window, DateTimeOffset now)
        where TKey : notnull
    {
        foreach (var held in failures.Where(held => now - held.Value.Last >= window))
        {
            failures.TryRemove(held);
        }

        if (failures.Count > Most)
        {
            foreach (var held in failures.OrderBy(static held => held.Value.Count).ThenBy(static held => held.Value.Last).Take(Most / 2).ToList())
            {
                failures.TryRemove(held);
            }
        }
    }

    private sealed record Failures(int Count, DateTimeOffset Since, DateTimeOffset Last);
}
