using System.Net;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Tests.Secrets;

public sealed class PasswordGuardTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private readonly PasswordGuard guard = new();

    [Fact]
    public void Lets_five_go_and_makes_each_further_wait_twice_as_long()
    {
        // [AU-705]
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(TimeSpan.Zero, guard.Begin("1", "alice", null, Noon));
        }

        var now = Noon;
        foreach (var seconds in (int[])[1, 2, 4, 8, 16, 32, 60, 60])
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), guard.Begin("1", "alice", null, now));
            Assert.Equal(TimeSpan.FromSeconds(1), guard.Begin("1", "alice", null, now.AddSeconds(seconds - 1)));
            now = now.AddSeconds(seconds);
            Assert.Equal(TimeSpan.Zero, guard.Begin("1", "alice", null, now));
        }

        Assert.Equal(TimeSpan.Zero, guard.Begin("1", "bob", null, now));
        Assert.Equal(TimeSpan.Zero, guard.Begin("2", "alice", null, now));
    }

    [Fact]
    public void Forgets_after_a_right_one_and_after_a_quarter_of_an_hour()
    {
        Fail(5);
        Assert.NotEqual(TimeSpan.Zero, guard.Begin("1", "alice", null, Noon));
        guard.Forgive("1", "alice", null);
        Fail(5);
        Assert.NotEqual(TimeSpan.Zero, guard.Begin("1", "alice", null, Noon));
        Assert.Equal(TimeSpan.Zero, guard.Begin("1", "alice", null, Noon.AddMinutes(15)));
        Assert.Equal(TimeSpan.Zero, guard.Begin("1", "alice", null, Noon.AddMinutes(15)));
    }

    [Fact]
    public void An_address_waits_an_hour_after_a_hundred_within_one_whoever_they_were_about()
    {
        // [AU-705]
        var address = IPAddress.Parse("192.0.2.7");
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(TimeSpan.Zero, guard.Begin("1", $"user{i}", address, Noon.AddSeconds(i)));
        }

        var last = Noon.AddSeconds(99);
        Assert.Equal(TimeSpan.FromMinutes(60), guard.Begin("1", "somebody", address, last));
        Assert.Equal(TimeSpan.FromMinutes(60), guard.Begin("1", "somebody", IPAddress.Parse("::ffff:192.0.2.7"), last));
        Assert.Equal(TimeSpan.Zero, guard.Begin("1", "somebody", IPAddress.Parse("192.0.2.8"), last));
        Assert.Equal(TimeSpan.Zero, guard.Begin("1", "somebody", address, last.AddHours(1)));
    }

    [Fact]
    public void An_address_with_a_mistake_now_and_then_never_waits()
    {
        var address = IPAddress.Parse("2001:db8::1");
        for (var i = 0; i < 300; i++)
        {
            Assert.Equal(TimeSpan.Zero, guard.Begin("1", $"user{i}", address, Noon.AddMinutes(i)));
        }
    }

    [Fact]
    public void Right_ones_and_refused_ones_do_not_count_against_an_address()
    {
        var address = IPAddress.Parse("192.0.2.7");
        for (var i = 0; i < 500; i++)
        {
            Assert.Equal(TimeSpan.Zero, guard.Begin("1", "alice", address, Noon));
            guard.Forgive("1", "alice", address);
        }

        Fail(5);
        for (var i = 0; i < 500; i++)
        {
            Assert.Equal(TimeSpan.FromSeconds(1), guard.Begin("1", "alice", address, Noon));
        }

        Assert.Equal(TimeSpan.Zero, guard.Begin("1", "bob", address, Noon));
    }

    [Fact]
    public void An_administrator_sees_and_clears_who_is_slowed_down()
    {
        Fail(5);
        guard.Begin("1", "bob", null, Noon);
        guard.Begin("2", "carol", null, Noon);

        Assert.Equal([("alice", 5, Noon)], guard.Slowed("1", Noon));
        Assert.Empty(guard.Slowed("2", Noon));
        Assert.Equal(1, guard.Clear("1", Noon));
        Assert.Empty(guard.Slowed("1", Noon));
        Assert.Equal(TimeSpan.Zero, guard.Begin("1", "alice", null, Noon));
    }

    [Fact]
    public void Names_that_strangers_invent_do_not_fill_the_memory()
    {
        Fail(5);
        for (var i = 0; i < 25_000; i++)
        {
            guard.Begin("1", $"nobody{i}", null, Noon);
        }

        Assert.Equal([("alice", 5, Noon)], guard.Slowed("1", Noon));
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Equal(TimeSpan.Zero, guard.Begin("1", "alice", null, Noon));
        }
    }
}
