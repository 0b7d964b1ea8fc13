using System.Net;
using Gatehouse.Server.Authentication;
using Gatehouse.Wire;

namespace Gatehouse.Server.Tests.Authentication;

/// <summary>AU-11: who guesses is slowed down, and nobody else.</summary>
public sealed class FailureCounterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void More_than_sixty_failures_in_a_minute_close_the_key_to_that_network_for_the_next()
    {
        var counter = new FailureCounter(60);
        Fail(counter, "AKIA", "203.0.113.7", 60, Noon);
        Assert.False(Closed(counter, "AKIA", "203.0.113.7", Noon));

        Fail(counter, "AKIA", "203.0.113.8", 1, Noon.AddSeconds(59));

        Assert.True(Closed(counter, "AKIA", "203.0.113.7", Noon.AddSeconds(59)));
        Assert.True(Closed(counter, "AKIA", "::ffff:203.0.113.200", Noon.AddSeconds(119)));
        Assert.False(Closed(counter, "AKIA", "203.0.113.7", Noon.AddSeconds(120)));
    }

    [Fact]
    public void Neither_another_network_nor_another_key_is_closed()
    {
        var counter = new FailureCounter(60);
        Fail(counter, "AKIA", "203.0.113.7", 1000, Noon);
        Fail(counter, "AKIA", "2001:db8::1", 1000, Noon);

        Assert.False(Closed(counter, "AKIA", "203.0.114.7", Noon));
        Assert.False(Closed(counter, "AKIB", "203.0.113.7", Noon));
        Assert.False(Closed(counter, "AKIA", "2001:db8:0:1::1", Noon));
        Assert.True(Closed(counter, "AKIA", "2001:db8::ffff", Noon));
    }

    private static void Fail(FailureCounter counter, string key, string address, int times, DateTimeOffset now)
    {
        for (var i = 0; i < times; i++)
        {
            counter.Count(key, IPAddress.Parse(address), now);
        }
    }

    private static bool Closed(FailureCounter counter, string key, string address, DateTimeOffset now)
    {
        var refusal = Record.Exception(() => counter.ThrowIfTooMany(key, IPAddress.Parse(address), now));
        return refusal is null ? false : Assert.IsType<CommonException>(refusal).Kind == CommonError.Throttling;
    }
}
