using Gatehouse.Server.Dev;

namespace Gatehouse.Server.Hosting;

/// <summary>Notices that the wall clock was set, or stood still while the machine slept: signatures, sessions and codes all go by it (threat model, T-39).</summary>
/// <remarks>Not thread-safe: one worker looks.</remarks>
internal sealed class ClockWatch(TimeProvider clock)
{
    /// <summary>How far the two clocks may run apart before it is told.</summary>
    internal static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    private DateTimeOffset wall = WallOf(clock);
    private long steady = clock.GetTimestamp();

    /// <summary>How far the wall clock has moved against the one that only goes forward, since it was told last; null while that is no more than a minute.</summary>
    internal TimeSpan? Look()
    {
        var (now, stamp) = (WallOf(clock), clock.GetTimestamp());
        var moved = now - wall - clock.GetElapsedTime(steady, stamp);
        if (moved.Duration() <= Most)
        {
            return null;
        }

        (wall, steady) = (now, stamp);
        return moved;
    }

    // What development mode does to its clock on purpose is nobody's surprise.
    private static DateTimeOffset WallOf(TimeProvider clock) => clock is DevClock development ? development.Real : clock.GetUtcNow();
}
