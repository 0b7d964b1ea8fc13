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
            Assert.Equal(TimeSpan.Zero, guard.Begin("1", "alice", Noon));
        }

        var now = Noon;
        foreach (var seconds in (int[])[1, 2, 4, 8, 16, 32, 60, 60])
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), guard.Begin("1", "alice", now));
            Assert.Equal(TimeSpan.FromSeconds(1), guard.Begin("1", "alice", now.AddSeconds(seconds - 1)));
            now = now.AddSeconds(seconds);
            Assert.Equal(TimeSpan.Zero, guard.Begin("1", "alice", now));
        }

        Assert.Equal(TimeSpan.Zero, guard.Begin("1", "bob", now));
        Assert.Equal(TimeSpan.Zero, guard.Begin("2", "alice", now));
    }

    [Fact]
    public void Forgets_after_a_right_one_and_after_a_quarter_of_an_hour()
    {
        Fail(5);
        Assert.NotEqual(TimeSpan.Zero, guard.Begin("1", "alice", Noon));
        guard.Forgive("1", "alice");
        Fail(5);
        Assert.NotEqual(TimeSpan.Zero, guard.Begin("1", "alice", Noon));
        Assert.Equal(TimeSpan.Zero, guard.Begin("1", "alice", Noon.AddMinutes(15)));
        Assert.Equal(TimeSpan.Zero, guard.Begin("1", "alice", Noon.AddMinutes(15)));
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Equal(TimeSpan.Zero, guard.Begin("1", "alice", Noon));
        }
    }
}
