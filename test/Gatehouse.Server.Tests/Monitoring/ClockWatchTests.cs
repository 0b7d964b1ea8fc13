using Gatehouse.Server.Dev;
using Gatehouse.Server.Hosting;

namespace Gatehouse.Server.Tests.Monitoring;

/// <summary>A clock that was set is noticed once, and told [AU-1], threat T-39.</summary>
public sealed class ClockWatchTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Time_that_passes_is_not_told()
    {
        var clock = new TwoClocks();
        var watch = new ClockWatch(clock);

        clock.Pass(TimeSpan.FromDays(3));
        clock.Set(TimeSpan.FromSeconds(60));

        Assert.Null(watch.Look());
    }

    [Theory]
    [InlineData(61)]
    [InlineData(-3600)]
    public void A_wall_clock_that_was_set_is_told_once(int seconds)
    {
        var clock = new TwoClocks();
        var watch = new ClockWatch(clock);
        clock.Pass(TimeSpan.FromHours(1));
        clock.Set(TimeSpan.FromSeconds(seconds));

        Assert.Equal(TimeSpan.FromSeconds(seconds), watch.Look());
        Assert.Null(watch.Look());
    }

    [Fact]
    public void What_development_mode_does_to_its_clock_is_no_surprise()
    {
        var clock = new DevClock(new TwoClocks());
        var watch = new ClockWatch(clock);

        clock.Advance(TimeSpan.FromDays(1));

        Assert.Null(watch.Look());
    }

    // One that is set, and one that only goes forward.
    private sealed class TwoClocks : TimeProvider
    {
        private DateTimeOffset wall = Start;
        private long steady;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => wall;

        public override long GetTimestamp() => steady;

        internal void Pass(TimeSpan time) => (wall, steady) = (wall + time, steady + time.Ticks);

        internal void Set(TimeSpan by) => wall += by;
    }
}
