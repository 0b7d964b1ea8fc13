using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Logins;
using Gatehouse.Contracts.Signin;
using Gatehouse.Contracts.Signin.Shapes;
using Gatehouse.Testing;

namespace Gatehouse.SignIn.Tests.Login;

/// <summary>Rule AU-743: what ends a login, and what it is until then.</summary>
public sealed class EndedLoginTests : LoginGivens
{
    [Fact]
    public void Another_password_ends_the_login() // [AU-743]
    {
        var output = Exchange(Code());
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        Fixture.Change(draft => draft.Put(draft.Account.LoginProfiles.Find("AIDAALICEALICEALICE1")! with { Changed = draft.Now }));

        Refused(403, "AccessDeniedException", "USER_CREDENTIALS_CHANGED", () => RefreshWith(output));
    }

    [Fact]
    public void A_second_factor_that_is_taken_away_ends_the_login() // [AU-743]
    {
        var serial = "arn:aws:iam::111122223333:mfa/alice";
        Fixture.Change(draft => draft.Put(Device(serial) with { Holder = "AIDAALICEALICEALICE1" }));
        var output = Exchange(Code(device: serial));
        Assert.NotNull(output = RefreshWith(output));

        Fixture.Change(draft => draft.Put(Device(serial)));

        Refused(403, "AccessDeniedException", "USER_CREDENTIALS_CHANGED", () => RefreshWith(output));
    }

    [Fact]
    public void A_user_who_is_deleted_and_made_anew_is_another() // [AU-743]
    {
        var output = Exchange(Code());
        Fixture.Change(draft =>
        {
            draft.Remove(draft.Account.Users.Find("alice")!);
            draft.Put(new User { Id = "AIDAALICEALICEALICE2", Name = "alice", Path = "/", Created = draft.Now, AttachedPolicies = [Local] });
        });

        Refused(403, "AccessDeniedException", "USER_CREDENTIALS_CHANGED", () => RefreshWith(output));
    }

    [Fact]
    public void A_browser_session_that_is_ended_ends_the_login() // [AU-743]
    {
        var output = Exchange(Code());
        Fixture.Change(draft => LoginEnding.End(draft, Console()));

        Refused(403, "AccessDeniedException", "USER_CREDENTIALS_CHANGED", () => RefreshWith(output));
    }

    [Fact]
    public void All_sessions_before_a_moment_take_logins_with_them() // [AU-743, AU-340]
    {
        var output = Exchange(Code());
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        Fixture.Change(draft => draft.Put(new Revocation
        {
            Principal = "AIDAALICEALICEALICE1",
            Before = draft.Now,
            Expires = draft.Now.AddDays(1),
            Created = draft.Now,
            By = "root",
        }));

        Refused(403, "AccessDeniedException", "USER_CREDENTIALS_CHANGED", () => RefreshWith(output));
        Assert.NotNull(Exchange(Code()));
    }

    [Fact]
    public void A_login_is_one_session_that_lives_as_long_as_it_can_be_refreshed() // [AU-340]
    {
        var output = Exchange(Code());
        Fixture.Clock.Advance(TimeSpan.FromMinutes(14));
        output = RefreshWith(output);
        var session = Open(output);
        Fixture.Clock.Advance(TimeSpan.FromHours(1));

        var live = Assert.Single(Fixture.Installation.Accounts.Loaded(AccountFixture.Id)!.Activity.Sessions.At(Fixture.Clock.GetUtcNow()));
        Assert.Equal((session.SessionId, output.AccessToken.AccessKeyId), (live.Id, live.AccessKeyId));
    }
}
