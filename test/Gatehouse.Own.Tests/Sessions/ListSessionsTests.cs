using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Own.Sessions;
using Gatehouse.Wire;

namespace Gatehouse.Own.Tests.Sessions;

public sealed class ListSessionsTests
{
    private readonly SessionGivens given = new();

    [Fact]
    public void Tells_all_that_is_known_of_a_session()
    {
        var session = given.Make();
        given.Account.Clock.Advance(TimeSpan.FromMinutes(5));
        given.Remembered.Of(session, SessionGivens.KeyOf(session), given.Account.Clock.GetUtcNow())!.Touch("iam", "eu-west-1", given.Account.Clock.GetUtcNow());

        var answer = given.List();

        var shown = Assert.Single(answer.Sessions!);
        Assert.True(answer.Complete);
        Assert.Equal(
            (session.SessionId, "AssumedRole", SessionGivens.RoleArn, SessionGivens.RoleId, "s1", SessionGivens.KeyOf(session)),
            (shown.SessionId, shown.SessionType, shown.PrincipalArn, shown.PrincipalId, shown.SessionName, shown.AccessKeyId));
        Assert.Equal((session.Issued, session.Expires, session.Issued.AddMinutes(5), "iam", "eu-west-1", false), (shown.IssueTime!.Value, shown.Expiration!.Value, shown.LastUsedTime!.Value, shown.LastUsedService, shown.LastUsedRegion, shown.MfaAuthenticated!.Value));
    }

    [Fact]
    public void Tells_those_of_a_principal_of_a_name_or_of_a_key()
    {
        var (one, two) = (given.Make(), given.Make(name: "s2"));
        var user = given.Make(SessionKind.SessionToken, SessionGivens.UserId, SessionGivens.UserArn, "");
        var ben = given.Make(SessionKind.FederatedUser, SessionGivens.UserId, SessionGivens.UserArn, "ben");
        var root = given.Make(SessionKind.SessionToken, "111122223333", "arn:aws:iam::111122223333:root", "");

        Assert.Equal([one.SessionId, two.SessionId], given.Ids(SessionGivens.RoleArn));
        Assert.Equal([two.SessionId], given.Ids("arn:aws:sts::111122223333:assumed-role/app/s2"));
        Assert.Equal([user.SessionId, ben.SessionId], given.Ids(SessionGivens.UserArn));
        Assert.Equal([ben.SessionId], given.Ids("arn:aws:sts::111122223333:federated-user/ben"));
        Assert.Equal([root.SessionId], given.Ids("arn:aws:iam::111122223333:root"));
        Assert.Equal(two.SessionId, Assert.Single(given.List(accessKeyId: SessionGivens.KeyOf(two)).Sessions!).SessionId);
    }

    [Fact]
    public void Names_every_kind_that_there_is()
    {
        foreach (var kind in Enum.GetValues<SessionKind>().Where(static kind => kind != SessionKind.Portal))
        {
            given.Make(kind);
        }

        given.MakePortal();

        Assert.Equal(Enum.GetNames<SessionKind>().Order(StringComparer.Ordinal), given.List().Sessions!.Select(static shown => shown.SessionType!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Leaves_out_what_ended_in_whichever_way()
    {
        var (over, revoked, alive) = (given.Make(seconds: 60), given.Make(), given.Make());
        given.Account.Change(draft => draft.Put(new Role { Id = "AROAGONEGONEGONEGONEG", Name = "gone", Path = "/", Created = draft.Now, TrustPolicy = "{}" }));
        var orphan = given.Make(principalId: "AROAGONEGONEGONEGONEG");
        Assert.Equal([over.SessionId, revoked.SessionId, alive.SessionId, orphan.SessionId], given.Ids());

        given.Account.Clock.Advance(TimeSpan.FromMinutes(1));
        given.Revoke(revoked);
        given.Account.Change(draft => draft.Remove(draft.Account.Roles.Find("gone")!));

        Assert.Equal([alive.SessionId], given.Ids());
    }

    [Fact]
    public void Tells_who_is_signed_in_at_the_portal_until_they_are_not() // [AU-340, AU-852]
    {
        var now = given.Account.Clock.GetUtcNow();
        var role = given.Make();
        var session = given.MakePortal(passwordOf: now);

        var shown = Assert.Single(given.List(SessionGivens.PersonArn).Sessions!);
        Assert.Equal(
            (session.Id, "Portal", SessionGivens.PersonArn, "carol", null, now.AddHours(8)),
            (shown.SessionId, shown.SessionType, shown.PrincipalArn, shown.SessionName, shown.AccessKeyId, shown.Expiration!.Value));
        Assert.Equal([role.SessionId, session.Id], given.Ids());

        given.Account.Change(draft => draft.Put(draft.Account.IdentityUsers.FindById(SessionGivens.PersonId)! with { PasswordSet = now.AddMinutes(1) }));

        Assert.Equal([role.SessionId], given.Ids());
        Assert.Equal("There is no principal arn:aws:identitystore:::user/x.", Assert.Throws<ResourceNotFoundException>(() => given.List("arn:aws:identitystore:::user/x")).Message);
    }

    [Fact]
    public void Pages_the_oldest_first()
    {
        var made = new List<string?>();
        for (var i = 0; i < 5; i++)
        {
            made.Add(given.Make().SessionId);
            given.Account.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var found = new List<string?>();
        string? token = null;
        do
        {
            var page = given.List(most: 2, token: token);
            Assert.InRange(page.Sessions!.Count, 1, 2);
            found.AddRange(page.Sessions.Select(session => session.SessionId));
            token = page.NextToken;
        }
        while (token is not null);

        Assert.Equal(made, found);
        Assert.Equal("The NextToken is not valid.", Assert.Throws<InvalidInputException>(() => given.List(token: "x!")).Message);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:group/g", false)]
    [InlineData("arn:aws:iam::444455556666:role/team/app", false)]
    [InlineData("arn:aws:s3:::bucket-with-a-name", false)]
    [InlineData("not an ARN at all, and long", false)]
    [InlineData("arn:aws:sts::111122223333:assumed-role/app", false)]
    [InlineData("arn:aws:iam::111122223333:role/app", true)]
    [InlineData("arn:aws:iam::111122223333:user/nobody", true)]
    [InlineData("arn:aws:sts::111122223333:assumed-role/nobody/s1", true)]
    public void Refuses_what_is_no_principal_of_the_account(string arn, bool missing)
    {
        if (missing)
        {
            Assert.Equal($"There is no principal {arn}.", Assert.Throws<ResourceNotFoundException>(() => given.List(arn)).Message);
        }
        else
        {
            Assert.Throws<InvalidInputException>(() => given.List(arn));
        }
    }

    [Fact]
    public void Is_asked_on_the_principal()
    {
        Assert.Equal(SessionGivens.RoleArn, ListSessions.Target(new() { PrincipalArn = SessionGivens.RoleArn }, given.Account.Call).Text);
        Assert.Equal("*", ListSessions.Target(new(), given.Account.Call).Text);
    }
}
