using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Gatehouse;

namespace Gatehouse.Own.Tests.Sessions;

/// <summary>AU-340.</summary>
public sealed class RevokeSessionsTests
{
    private readonly SessionGivens given = new();

    [Fact]
    public void Ends_all_of_a_principal_until_now()
    {
        var (role, user) = (given.Make(), given.Make(SessionKind.SessionToken, SessionGivens.UserId, SessionGivens.UserArn, ""));

        given.RevokeAll(SessionGivens.RoleArn);

        Assert.Equal((true, false), (given.Ended(role), given.Ended(user)));
        given.Account.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(given.Ended(given.Make()));
    }

    [Fact]
    public void Ends_those_that_somebody_has_at_the_portal_and_what_programs_got_by_them() // [AU-340]
    {
        var session = given.MakePortal();
        Assert.NotNull(session.FindUser(given.Account.Account, new string('f', 32), given.Account.Clock.GetUtcNow()));

        given.RevokeAll(SessionGivens.PersonArn);

        Assert.Null(session.FindUser(given.Account.Account, null, given.Account.Clock.GetUtcNow()));
        Assert.Null(session.FindUser(given.Account.Account, new string('f', 32), given.Account.Clock.GetUtcNow()));
        Assert.Empty(given.Ids());
    }

    [Fact]
    public void Ends_those_before_a_moment()
    {
        var old = given.Make();
        given.Account.Clock.Advance(TimeSpan.FromMinutes(1));
        var border = given.Account.Clock.GetUtcNow();
        var young = given.Make();
        given.Account.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(border, given.RevokeAll(SessionGivens.RoleArn, border));

        Assert.Equal((true, false), (given.Ended(old), given.Ended(young)));
        Assert.Throws<InvalidInputException>(() => given.RevokeAll(SessionGivens.RoleArn, given.Account.Clock.GetUtcNow().AddSeconds(1)));
    }

    [Fact]
    public void What_ended_once_stays_ended()
    {
        var session = given.Make();
        var until = given.RevokeAll(SessionGivens.RoleArn);

        Assert.Equal(until, given.RevokeAll(SessionGivens.RoleArn, session.Issued.AddHours(-1)));

        Assert.True(given.Ended(session));
        Assert.Single(given.Account.Account.Revocations);
    }

    [Fact]
    public void Ends_those_of_one_name_of_a_federated_user_or_of_root()
    {
        var (one, two) = (given.Make(), given.Make(name: "s2"));
        var ben = given.Make(SessionKind.FederatedUser, SessionGivens.UserId, SessionGivens.UserArn, "ben");
        var eve = given.Make(SessionKind.FederatedUser, "111122223333", "arn:aws:iam::111122223333:root", "eve");
        var user = given.Make(SessionKind.SessionToken, SessionGivens.UserId, SessionGivens.UserArn, "");

        given.RevokeAll("arn:aws:sts::111122223333:assumed-role/app/s2");
        given.RevokeAll("arn:aws:sts::111122223333:federated-user/ben");
        Assert.Equal([false, true, true, false, false], new[] { one, two, ben, eve, user }.Select(given.Ended));

        // Who federated them vouches for federated users: without it they are nobody.
        given.RevokeAll("arn:aws:iam::111122223333:root");
        Assert.Equal([false, true, true, true, false], new[] { one, two, ben, eve, user }.Select(given.Ended));
    }

    [Fact]
    public void Is_kept_as_long_as_a_session_can_live()
    {
        given.RevokeAll(SessionGivens.RoleArn);
        given.Account.Clock.Advance(TimeSpan.FromHours(36));
        given.RevokeAll(SessionGivens.UserArn);
        Assert.Equal(2, given.Account.Account.Revocations.Count);

        given.Account.Clock.Advance(TimeSpan.FromSeconds(1));
        given.RevokeAll(SessionGivens.UserArn);

        Assert.Equal(SessionGivens.UserId, Assert.Single(given.Account.Account.Revocations).Principal);
    }
}
