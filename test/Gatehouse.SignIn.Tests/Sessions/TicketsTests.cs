using System.Net;
using Gatehouse.SignIn.Sessions;
using Gatehouse.Testing;

namespace Gatehouse.SignIn.Tests.Sessions;

/// <summary>What waits for whoever brings its id [AU-7].</summary>
public sealed class TicketsTests
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private readonly TestClock clock = new(new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero));
    private readonly Tickets<string> tickets;

    public TicketsTests() => tickets = new(clock, Life, most: 50);

    [Fact]
    public void Nobody_takes_all_the_room()
    {
        var ids = Enumerable.Range(0, 5).Select(_ => tickets.TryIssue("one", IPAddress.Parse("192.0.2.1"))).ToList();

        Assert.DoesNotContain(null, ids);
        Assert.Null(tickets.TryIssue("one too many", IPAddress.Parse("192.0.2.1")));
        Assert.NotNull(tickets.TryIssue("another's", IPAddress.Parse("192.0.2.2")));
        Assert.NotNull(tickets.TryIssue("the server's own"));

        Assert.True(tickets.TryTake(ids[0], out _));
        Assert.NotNull(tickets.TryIssue("again", IPAddress.Parse("192.0.2.1")));
        Assert.Null(tickets.TryIssue("one too many", IPAddress.Parse("192.0.2.1")));
    }

    [Fact]
    public void Of_the_newer_protocol_a_place_is_what_one_customer_has()
    {
        var addresses = Enumerable.Range(1, 6).Select(number => IPAddress.Parse($"2001:db8::{number}")).ToList();

        Assert.All(addresses.Take(5), address => Assert.NotNull(tickets.TryIssue("one", address)));
        Assert.Null(tickets.TryIssue("one", addresses[5]));
        Assert.NotNull(tickets.TryIssue("one", IPAddress.Parse("2001:db8:0:1::1")));
    }

    [Fact]
    public void What_nobody_fetched_in_time_takes_no_room()
    {
        var old = Enumerable.Range(0, 5).Select(_ => tickets.TryIssue("one", IPAddress.Loopback)).ToList();
        clock.Advance(Life);

        Assert.False(tickets.TryTake(old[0], out _));
        Assert.NotNull(tickets.TryIssue("another", IPAddress.Loopback));
        Assert.All(Enumerable.Range(0, 4), _ => Assert.NotNull(tickets.TryIssue("another", IPAddress.Loopback)));
        Assert.Null(tickets.TryIssue("one too many", IPAddress.Loopback));
    }

    [Fact]
    public async Task Of_many_who_take_one_one_gets_it()
    {
        var id = tickets.TryIssue("one", IPAddress.Loopback);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => tickets.TryTake(id, out var _))));

        Assert.Single(taken, true);
    }
}
