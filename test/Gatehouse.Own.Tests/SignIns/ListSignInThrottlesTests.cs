using System.Net;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Own.SignIns;
using Gatehouse.Testing;

namespace Gatehouse.Own.Tests.SignIns;

/// <summary>AU-705: an administrator sees who is slowed down.</summary>
public sealed class ListSignInThrottlesTests
{
    private readonly SessionGivens given = new();

    [Fact]
    public void Tells_whose_attempts_wait_and_not_what_strangers_typed()
    {
        var (guard, now) = (given.Account.Installation.PasswordGuard, given.Account.Clock.GetUtcNow());
        foreach (var owner in (string[])[SessionGivens.UserId, "root", "?0123abcd"])
        {
            for (var i = 0; i < 5; i++)
            {
                guard.Begin(AccountFixture.Id, owner, IPAddress.Loopback, now);
            }
        }

        guard.Begin(AccountFixture.Id, "AIDASOMEBODYELSE", null, now);

        var listed = given.Account.Read<ListSignInThrottles, ListSignInThrottlesRequest, ListSignInThrottlesResponse>(new()).SignInThrottles;

        Assert.Equal([null, SessionGivens.UserArn, "arn:aws:iam::111122223333:root"], listed.Select(one => one.PrincipalArn));
        Assert.All(listed, one => Assert.Equal((5, now), (one.FailedAttempts, one.LastFailureTime)));
    }
}
