namespace Gatehouse.Server.Audit;

/// <summary>How many events of calls that changed nothing are kept: so many a second, and bursts of ten times that.</summary>
/// <remarks>Taking is for every request and every thread; refilling is for the lane alone.</remarks>
internal sealed class AuditBudget(int perSecond, TimeProvider clock)
{
    private const int BurstSeconds = 10;
    private readonly long most = (long)perSecond * BurstSeconds;
    private long left = (long)perSecond * BurstSeconds;
    private long filledAt = clock.GetTimestamp();

    /// <summary>Whether one more may be kept. Costs a reading when none may.</summary>
    internal bool Take() => Volatile.Read(ref left) > 0 && Interlocked.Decrement(ref left) >= 0;

    /// <summary>Adds what the time since the last call allows.</summary>
    internal void Refill()
    {
        if (perSecond == 0)
        {
            return;
        }

        // Whole events only; what is left of the time counts next time.
        var now = clock.GetTimestamp();
        var more = (long)(clock.GetElapsedTime(filledAt, now).TotalSeconds * perSecond);
        filledAt += more * clock.TimestampFrequency / perSecond;
        var before = Volatile.Read(ref left);
        while (Interlocked.CompareExchange(ref left, Math.Min(most, Math.Max(0, before) + more), before) is var seen && seen != before)
        {
            before = seen;
        }
    }
}
