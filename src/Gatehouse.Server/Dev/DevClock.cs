namespace Gatehouse.Server.Dev;

/// <summary>The clock of a server in development mode: the system's, until somebody stops it or moves it.</summary>
/// <remarks>Timers go on with the system's clock; only what time it is changes. Thread-safe.</remarks>
internal sealed class DevClock(TimeProvider real) : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset? frozen;

    /// <summary>Whether it was stopped, so that it need not agree with the clocks of others.</summary>
    internal bool Moved => Frozen is not null;

    /// <summary>Where it stands still; null when it goes.</summary>
    internal DateTimeOffset? Frozen
    {
        get
        {
            lock (gate)
            {
                return frozen;
            }
        }
    }

    /// <summary>The time that is.</summary>
    internal DateTimeOffset Real => real.GetUtcNow();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Frozen ?? real.GetUtcNow();

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Stops it at a moment, or lets it go again.</summary>
    internal void Set(DateTimeOffset? moment)
    {
        lock (gate)
        {
            frozen = moment;
        }
    }

    /// <summary>Stops it this much later than it stands now.</summary>
    /// <exception cref="ArgumentOutOfRangeException">That is no time any more.</exception>
    internal void Advance(TimeSpan by)
    {
        lock (gate)
        {
            frozen = (frozen ?? real.GetUtcNow()) + by;
        }
    }
}
