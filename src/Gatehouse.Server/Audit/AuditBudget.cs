namespace Gatehouse.Server.Audit;

/// <summary>How many events of calls that changed nothing are kept: so many a second, and bursts of ten times that.</summary>
internal sealed class AuditBudget(int perSecond, TimeProvider clock)
{
    private const int BurstSeconds = 10;
    private double left = perSecond * (double)BurstSeconds;
    private long last = clock.GetTimestamp();

    /// <summary>Whether one more may be kept. Used by one thread.</summary>
    internal bool Take()
    {
        var now = clock.GetTimestamp();
        left = Math.Min(perSecond * (double)BurstSeconds, left + (clock.GetElapsedTime(last, now).TotalSeconds * perSecond));
        last = now;
        if (left < 1)
        {
            return false;
        }

        left--;
        return true;
    }
}
