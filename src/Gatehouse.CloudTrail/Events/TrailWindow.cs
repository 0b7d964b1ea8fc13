namespace Gatehouse.CloudTrail.Events;

/// <summary>From when to when a lookup looks; either end may be open. Both ends belong to it.</summary>
internal readonly record struct TrailWindow(DateTimeOffset? Start, DateTimeOffset? End)
{
    // An event is written after its request came, and soon after: this much later at most.
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(5);

    /// <summary>Whether an event of this time belongs to it. Events are known to the second.</summary>
    internal bool Holds(DateTimeOffset time) => !(time < WholeSecond(Start)) && !(time > End);

    /// <summary>Whether what was written at this time, and everything before, happened too early.</summary>
    internal bool IsAfter(DateTimeOffset written) => written < WholeSecond(Start);

    /// <summary>Whether what was written at this time can only have happened too late.</summary>
    internal bool IsBefore(DateTimeOffset written) => written - Lag > End;

    private static DateTimeOffset? WholeSecond(DateTimeOffset? time) => time - TimeSpan.FromTicks((time?.Ticks ?? 0) % TimeSpan.TicksPerSecond);
}
