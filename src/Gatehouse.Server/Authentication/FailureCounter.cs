using System.Collections.Concurrent;
using System.Net;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Wire;

namespace Gatehouse.Server.Authentication;

/// <summary>Counts failed signatures per access key and network, and slows down who guesses [AU-11]. Never locks a key for anybody else.</summary>
internal sealed class FailureCounter(int perMinute)
{
    private const int MostPairs = 100_000;
    private readonly ConcurrentDictionary<(string Key, UInt128 Network), Window> windows = new();
    private long lastMinute = long.MinValue / 2;

    /// <summary>Notes a failure.</summary>
    internal void Count(ReadOnlySpan<char> accessKeyId, IPAddress? address, DateTimeOffset now)
    {
        if (windows.Count >= MostPairs)
        {
            // Bounded memory wins over remembering: a minute's worth of counts begins anew.
            windows.Clear();
        }

        var key = accessKeyId.Length > 128 ? accessKeyId[..128] : accessKeyId;
        var minute = now.ToUnixTimeSeconds() / 60;
        Volatile.Write(ref lastMinute, minute);
        windows.AddOrUpdate(
            (key.ToString(), Networks.Of(address)),
            static (_, minute) => new(minute, 1, 0),
            static (_, window, minute) => window.Minute == minute
                ? window with { Failures = window.Failures + 1 }
                : new(minute, 1, window.Minute == minute - 1 ? window.Failures : 0),
            minute);
    }

    /// <summary>Refuses a pair that failed too often in this minute or the last.</summary>
    /// <exception cref="ApiException">It did.</exception>
    internal void ThrowIfTooMany(ReadOnlySpan<char> accessKeyId, IPAddress? address, DateTimeOffset now)
    {
        // While nobody fails, nothing is looked up.
        var minute = now.ToUnixTimeSeconds() / 60;
        if (minute - Volatile.Read(ref lastMinute) > 1 || !windows.TryGetValue((accessKeyId.ToString(), Networks.Of(address)), out var window))
        {
            return;
        }

        var last = window.Minute == minute - 1 ? window.Failures : window.Minute == minute ? window.Before : 0;
        var current = window.Minute == minute ? window.Failures : 0;
        if (current > perMinute || last > perMinute)
        {
            throw new CommonException(CommonError.Throttling, "Rate exceeded");
        }
    }

    private readonly record struct Window(long Minute, int Failures, int Before);
}
