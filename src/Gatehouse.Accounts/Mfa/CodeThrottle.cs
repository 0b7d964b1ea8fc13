using System.Collections.Concurrent;

namespace Gatehouse.Accounts.Mfa;

/// <summary>Slows down who guesses one-time codes: five wrong ones in five minutes, and a device takes none for five minutes, then ten, up to an hour [AU-613].</summary>
/// <remarks>
/// Thread-safe. It lives in memory, one for each node: a restart forgives. Only devices that exist are counted, and what
/// has cooled down is forgotten, so it holds no more than the devices that are being guessed at.
/// </remarks>
public sealed class CodeThrottle
{
    private const int Most = 5;
    private const int SweepAt = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Guesses> devices = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the device takes no code for now.</summary>
    /// <param name="device">The account and serial number of the device.</param>
    /// <param name="now">The moment.</param>
    public bool Refuses(string device, DateTimeOffset now) => devices.TryGetValue(device, out var guesses) && now < guesses.RefusedUntil;

    /// <summary>Counts a wrong code.</summary>
    /// <param name="device">The account and serial number of the device.</param>
    /// <param name="now">The moment.</param>
    public void Count(string device, DateTimeOffset now)
    {
        if (devices.Count > SweepAt)
        {
            Sweep(now);
        }

        devices.AddOrUpdate(device, static (_, now) => new Guesses(1, now, TimeSpan.Zero, DateTimeOffset.MinValue), static (_, known, now) => known.Next(now), now);
    }

    /// <summary>Forgets what was counted: a right code was shown.</summary>
    /// <param name="device">The account and serial number of the device.</param>
    public void Forgive(string device) => devices.TryRemove(device, out _);

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (device, guesses) in devices)
        {
            if (guesses.IsCold(now))
            {
                devices.TryRemove(KeyValuePair.Create(device, guesses));
            }
        }
    }

    private sealed record Guesses(int Wrong, DateTimeOffset Since, TimeSpan Penalty, DateTimeOffset RefusedUntil)
    {
        internal Guesses Next(DateTimeOffset now)
        {
            // A device that was left alone for as long as the longest penalty begins anew.
            var before = IsCold(now) ? new Guesses(0, now, TimeSpan.Zero, DateTimeOffset.MinValue) : this;
            var (wrong, since) = now - before.Since >= Window ? (1, now) : (before.Wrong + 1, before.Since);
            if (wrong < Most)
            {
                return before with { Wrong = wrong, Since = since };
            }

            var penalty = before.Penalty == TimeSpan.Zero ? Window : before.Penalty * 2;
            penalty = penalty < Longest ? penalty : Longest;
            return new(0, now + penalty, penalty, now + penalty);
        }

        internal bool IsCold(DateTimeOffset now) => now - (RefusedUntil > Since ? RefusedUntil : Since) >= Longest;
    }
}
