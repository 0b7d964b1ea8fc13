using Gatehouse.Server.Audit;

namespace Gatehouse.Server.Tests.Audit;

public sealed class AuditBudgetTests
{
    private readonly SteppingClock clock = new();

    [Fact]
    public void Allows_a_burst_of_ten_seconds_and_then_none()
    {
        var budget = new AuditBudget(3, clock);

        Assert.Equal(30, Enumerable.Range(0, 100).Count(_ => budget.Take()));
    }

    [Fact]
    public void Grows_with_the_time_and_never_past_the_burst()
    {
        var budget = new AuditBudget(3, clock);
        Spend(budget);

        clock.Advance(TimeSpan.FromSeconds(2));
        budget.Refill();
        Assert.Equal(6, Spend(budget));

        clock.Advance(TimeSpan.FromDays(1));
        budget.Refill();
        Assert.Equal(30, Spend(budget));
    }

    [Fact]
    public void Loses_no_time_that_was_too_short_for_an_event()
    {
        var budget = new AuditBudget(1, clock);
        Spend(budget);

        for (var step = 0; step < 10; step++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(250));
            budget.Refill();
        }

        Assert.Equal(2, Spend(budget));
    }

    [Fact]
    public void Nothing_a_second_is_nothing_ever()
    {
        var budget = new AuditBudget(0, clock);
        clock.Advance(TimeSpan.FromDays(1));
        budget.Refill();

        Assert.False(budget.Take());
    }

    private static int Spend(AuditBudget budget)
    {
        var taken = 0;
        while (budget.Take())
        {
            taken++;
        }

        return taken;
    }

    private sealed class SteppingClock : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Advance(TimeSpan by) => ticks += by.Ticks;
    }
}
