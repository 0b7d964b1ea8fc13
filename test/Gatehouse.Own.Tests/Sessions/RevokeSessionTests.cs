using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Own.Sessions;

namespace Gatehouse.Own.Tests.Sessions;

/// <summary>AU-340.</summary>
public sealed class RevokeSessionTests
{
    private readonly SessionGivens given = new();

    [Fact]
    public void Ends_one_session_and_no_other()
    {
        var (one, two) = (given.Make(), given.Make());

        given.Revoke(one);
        given.Revoke(one);

        Assert.Equal((true, false), (given.Ended(one), given.Ended(two)));
        var kept = Assert.Single(given.Account.Account.Revocations);
        Assert.Equal((one.Expires, "arn:aws:iam::111122223333:root"), (kept.Expires, kept.By));
    }

    [Fact]
    public void What_ended_anyway_is_forgotten_with_the_next_one()
    {
        given.Revoke(given.Make(seconds: 900));
        given.Account.Clock.Advance(TimeSpan.FromMinutes(15));

        var later = given.Make();
        given.Revoke(later);

        Assert.Equal(later.SessionId, Assert.Single(given.Account.Account.Revocations).SessionId);
    }

    [Fact]
    public void Refuses_what_does_not_live()
    {
        var over = given.Make(seconds: 60);
        given.Account.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Throws<ResourceNotFoundException>(() => given.Revoke(over));
        Assert.Throws<ResourceNotFoundException>(() => given.Revoke(over with { SessionId = new string('f', 32) }));
    }

    [Fact]
    public void An_account_has_so_many_at_once()
    {
        given.Account.Change(draft =>
        {
            for (var i = 0; i < Revoking.Most; i++)
            {
                draft.Put(new Gatehouse.Accounts.Entities.Revocation
                {
                    Principal = "AIDAX", SessionId = "f" + i.ToString("x31"), Before = DateTimeOffset.MaxValue, Expires = draft.Now.AddDays(1), Created = draft.Now, By = "x",
                });
            }
        });
        var session = given.Make();

        Assert.Throws<LimitExceededException>(() => given.Revoke(session));
        Assert.False(given.Ended(session));
    }

    [Fact]
    public void Policies_see_whose_it_is()
    {
        var session = given.Make();

        var needs = given.Account.Needs<RevokeSession, RevokeSessionRequest>("gatehouse:RevokeSession", new() { SessionId = session.SessionId });

        Assert.Equal($"arn:aws:gatehouse::111122223333:session/{session.SessionId}", needs.Checks[0].Resource.Text);
        Assert.Equal([SessionGivens.RoleArn], Assert.Single(needs.Keys, key => key.Key == "gatehouse:PrincipalArn").Value);
    }
}
