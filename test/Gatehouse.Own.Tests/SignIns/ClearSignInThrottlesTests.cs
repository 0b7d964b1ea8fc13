using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Own.SignIns;
using Gatehouse.Testing;

namespace Gatehouse.Own.Tests.SignIns;

/// <summary>AU-705: an administrator clears what slows people down.</summary>
public sealed class ClearSignInThrottlesTests
{
    private readonly SessionGivens given = new();

    [Fact]
    public void Nobody_of_the_account_waits_any_more_and_others_go_on_waiting()
    {
        var (guard, now) = (given.Account.Installation.PasswordGuard, given.Account.Clock.GetUtcNow());
        for (var i = 0; i < 5; i++)
        {
            guard.Begin(AccountFixture.Id, SessionGivens.UserId, null, now);
            guard.Begin("444455556666", "somebody", null, now);
        }

        Assert.Equal(1, given.Account.Reach<ClearSignInThrottles, ClearSignInThrottlesRequest, ClearSignInThrottlesResponse>(new()).Cleared);

        Assert.Equal(TimeSpan.Zero, guard.Begin(AccountFixture.Id, SessionGivens.UserId, null, now));
        Assert.NotEqual(TimeSpan.Zero, guard.Begin("444455556666", "somebody", null, now));
        Assert.Equal(0, given.Account.Reach<ClearSignInThrottles, ClearSignInThrottlesRequest, ClearSignInThrottlesResponse>(new()).Cleared);
    }
}
