namespace Gatehouse.Accounts;

/// <summary>Moments as AWS has them: every time that is stored or shown is a whole second.</summary>
public static class Moments
{
    /// <summary>The second that a moment lies in.</summary>
    public static DateTimeOffset ToWholeSecond(this DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>The second that it is.</summary>
    public static DateTimeOffset GetWholeSecond(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.GetUtcNow().ToWholeSecond();
    }
}
