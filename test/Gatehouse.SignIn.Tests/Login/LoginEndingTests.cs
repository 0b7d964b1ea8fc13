using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Logins;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Testing;

namespace Gatehouse.SignIn.Tests.Login;

/// <summary>Rule AU-743: a login that is ended stays ended, and takes little room.</summary>
public sealed class LoginEndingTests
{
    private readonly AccountFixture fixture = new();

    [Fact]
    public void One_ends_and_others_go_on()
    {
        fixture.Change(draft => LoginEnding.End(draft, Session(1)));

        Assert.True(Revocation.Ended(fixture.Account, Session(1)));
        Assert.False(Revocation.Ended(fixture.Account, Session(2)));
    }

    [Fact]
    public void Who_ends_very_many_ends_all_and_takes_no_more_room()
    {
        fixture.Change(draft =>
        {
            for (var number = 0; number < 200; number++)
            {
                LoginEnding.End(draft, Session(number));
            }
        });

        Assert.All(Enumerable.Range(0, 200), number => Assert.True(Revocation.Ended(fixture.Account, Session(number))));
        Assert.InRange(fixture.Account.Revocations.Count, 1, 51);
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(Revocation.Ended(fixture.Account, Session(1000)));
        Assert.False(Revocation.Ended(fixture.Account, Session(1000) with { PrincipalId = "AIDAOTHEROTHEROTHER1" }));
    }

    [Fact]
    public void Of_a_role_only_sessions_of_the_same_name_end()
    {
        fixture.Change(draft =>
        {
            for (var number = 0; number < 60; number++)
            {
                LoginEnding.End(draft, Session(number) with { SessionName = "dana" });
            }
        });

        Assert.True(Revocation.Ended(fixture.Account, Session(1000) with { SessionName = "dana" }));
        Assert.False(Revocation.Ended(fixture.Account, Session(1000) with { SessionName = "erik" }));
    }

    [Fact]
    public void What_would_have_ended_anyway_is_forgotten()
    {
        fixture.Change(draft => LoginEnding.End(draft, Session(1)));
        fixture.Clock.Advance(TimeSpan.FromHours(12));
        fixture.Change(draft => LoginEnding.End(draft, Session(2)));

        Assert.Single(fixture.Account.Revocations);
    }

    private SessionContents Session(int number) => new()
    {
        Kind = SessionKind.SignIn,
        Account = AccountFixture.Id,
        PrincipalId = "AIDAALICEALICEALICE1",
        PrincipalArn = "arn:aws:iam::111122223333:user/alice",
        SessionId = number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture),
        Issued = fixture.Clock.GetUtcNow(),
        Expires = fixture.Clock.GetUtcNow().AddHours(12),
    };
}
