using Gatehouse.Accounts.Storage;
using Gatehouse.Server.Monitoring;
using Gatehouse.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Server.Tests.Monitoring;

public sealed class StoreHealthTests
{
    private readonly TestClock clock = new(new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_store_that_answers_has_no_problem()
    {
        var health = Of(() => Task.FromResult(true), out _);

        Assert.Null(await health.ProblemAsync(default));
        Assert.True(health.Healthy);
    }

    [Fact]
    public async Task A_store_that_says_no_is_a_problem()
    {
        var health = Of(() => Task.FromResult(false), out _);

        Assert.Equal("The store does not answer.", await health.ProblemAsync(default));
        Assert.False(health.Healthy);
    }

    [Fact]
    public async Task What_a_store_complains_of_is_not_told_to_strangers()
    {
        var health = Of(() => throw new StoreUnavailableException("password=hunter2"), out _);

        Assert.Equal("The store does not answer.", await health.ProblemAsync(default));
    }

    [Fact]
    public async Task A_store_that_hangs_is_a_problem_and_is_asked_nothing_more()
    {
        var answer = new TaskCompletionSource<bool>();
        var store = new HealthStore(() => answer.Task);
        var health = new StoreHealth(store, new ImpatientClock(), NullLogger<StoreHealth>.Instance);

        Assert.Equal("The store has not answered within 2 seconds.", await health.ProblemAsync(default));
        Assert.Equal("The store has not answered within 2 seconds.", await health.ProblemAsync(default));
        Assert.Equal(1, store.Asked);
        answer.SetResult(true);
    }

    [Fact]
    public async Task However_many_ask_the_store_is_asked_once_a_second()
    {
        var clock = new SteppingClock();
        var store = new HealthStore(() => Task.FromResult(true));
        var health = new StoreHealth(store, clock, NullLogger<StoreHealth>.Instance);

        for (var i = 0; i < 10; i++)
        {
            await health.ProblemAsync(default);
        }

        Assert.Equal(1, store.Asked);
        clock.Ticks += TimeSpan.TicksPerSecond;
        await health.ProblemAsync(default);
        Assert.Equal(2, store.Asked);
    }

    [Fact]
    public async Task A_store_that_comes_back_is_well_again()
    {
        var clock = new SteppingClock();
        var well = false;
        var health = new StoreHealth(new HealthStore(() => Task.FromResult(well)), clock, NullLogger<StoreHealth>.Instance);
        Assert.NotNull(await health.ProblemAsync(default));

        well = true;
        clock.Ticks += TimeSpan.TicksPerSecond;

        Assert.Null(await health.ProblemAsync(default));
        Assert.True(health.Healthy);
    }

    private StoreHealth Of(Func<Task<bool>> answer, out HealthStore store)
    {
        store = new(answer);
        return new(store, clock, NullLogger<StoreHealth>.Instance);
    }

    /// <summary>A clock whose stamps move only when told.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        public long Ticks { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Ticks;
    }

    /// <summary>A clock whose timers are over at once.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
