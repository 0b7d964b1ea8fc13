using Gatehouse.Accounts.Federation;

namespace Gatehouse.Accounts.Tests.Federation;

public sealed class SpentIdsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Spends_an_id_of_an_issuer_once_until_it_ends() // [AU-429] [AU-507] [AU-720]
    {
        var spent = new SpentIds();

        Assert.True(spent.TrySpend("https://a.example", "1", Now.AddMinutes(1), Now));
        Assert.False(spent.TrySpend("https://a.example", "1", Now.AddMinutes(9), Now));
        Assert.False(spent.TrySpend("https://a.example", "1", Now.AddMinutes(9), Now.AddSeconds(59)));
        Assert.True(spent.TrySpend("https://b.example", "1", Now.AddMinutes(1), Now));
        Assert.True(spent.TrySpend("https://a.example", "2", Now.AddMinutes(1), Now));
        Assert.True(spent.TrySpend("https://a.example/", "1", Now.AddMinutes(1), Now));
        Assert.Equal(0, spent.TurnedAway);
    }

    [Fact]
    public void Never_takes_what_has_ended_or_has_no_id()
    {
        var spent = new SpentIds();

        Assert.False(spent.TrySpend("https://a.example", "1", Now, Now));
        Assert.False(spent.TrySpend("https://a.example", "", Now.AddMinutes(1), Now));
    }

    [Fact]
    public void Takes_none_while_it_can_remember_no_more_and_forgets_what_has_ended() // [AU-429]
    {
        var spent = new SpentIds(2);
        Assert.True(spent.TrySpend("i", "1", Now.AddMinutes(2), Now));
        Assert.True(spent.TrySpend("i", "2", Now.AddMinutes(1), Now));

        Assert.False(spent.TrySpend("i", "3", Now.AddMinutes(5), Now));
        Assert.Equal(1, spent.TurnedAway);

        Assert.True(spent.TrySpend("i", "3", Now.AddMinutes(5), Now.AddMinutes(1)));
        Assert.False(spent.TrySpend("i", "1", Now.AddMinutes(5), Now.AddMinutes(1)));
        Assert.False(spent.TrySpend("i", "4", Now.AddMinutes(5), Now.AddMinutes(1)));
        Assert.Equal(2, spent.TurnedAway);
    }

    [Fact]
    public void A_clock_that_goes_back_brings_nothing_back_that_was_spent() // [AU-720] T-39
    {
        var spent = new SpentIds();
        Assert.True(spent.TrySpend("i", "1", Now.AddMinutes(15), Now));
        Assert.True(spent.TrySpend("i", "2", Now.AddHours(3), Now.AddHours(2)));

        Assert.False(spent.TrySpend("i", "1", Now.AddMinutes(15), Now.AddMinutes(1)));
        Assert.False(spent.TrySpend("i", "2", Now.AddHours(3), Now.AddMinutes(1)));
        Assert.True(spent.TrySpend("i", "3", Now.AddMinutes(16), Now.AddMinutes(1)));
    }

    [Fact]
    public void Of_all_who_spend_one_at_the_same_time_one_does() // [AU-429]
    {
        var spent = new SpentIds();
        var won = 0;

        Parallel.For(0, 64, _ =>
        {
            if (spent.TrySpend("https://a.example", "1", Now.AddMinutes(1), Now))
            {
                Interlocked.Increment(ref won);
            }
        });

        Assert.Equal(1, won);
    }
}
