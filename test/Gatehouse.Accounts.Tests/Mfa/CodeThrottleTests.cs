using Gatehouse.Accounts.Mfa;

namespace Gatehouse.Accounts.Tests.Mfa;

/// <summary>AU-613.</summary>
public sealed class CodeThrottleTests
{
    private readonly CodeThrottle throttle = new();
    private DateTimeOffset now = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Five_wrong_codes_in_five_minutes_shut_a_device_for_five_minutes_and_no_other()
    {
        Guess(4);
        Assert.False(throttle.Refuses("a", now));
        Guess(1);

        Assert.True(throttle.Refuses("a", now));
        Assert.False(throttle.Refuses("b", now));
        Assert.True(throttle.Refuses("A", now.AddSeconds(299)));
        Assert.False(throttle.Refuses("a", now.AddSeconds(300)));
    }

    [Fact]
    public void Wrong_codes_far_apart_shut_nothing()
    {
        for (var i = 0; i < 20; i++)
        {
            Guess(1);
            now += TimeSpan.FromMinutes(2);
        }

        Assert.False(throttle.Refuses("a", now));
    }

    [Fact]
    public void Each_time_it_is_shut_twice_as_long_up_to_an_hour()
    {
        foreach (var minutes in (int[])[5, 10, 20, 40, 60, 60])
        {
            Guess(5);
            now += TimeSpan.FromMinutes(minutes);
            Assert.True(throttle.Refuses("a", now.AddSeconds(-1)));
            Assert.False(throttle.Refuses("a", now));
        }
    }

    [Fact]
    public void A_right_code_or_an_hour_of_rest_makes_all_well()
    {
        Guess(4);
        throttle.Forgive("a");
        Guess(4);
        Assert.False(throttle.Refuses("a", now));

        Guess(1);
        now += TimeSpan.FromMinutes(65);
        Guess(5);
        Assert.False(throttle.Refuses("a", now.AddMinutes(5)));
    }

    private void Guess(int times)
    {
        for (var i = 0; i < times; i++)
        {
            throttle.Count("a", now);
        }
    }
}
