using Gatehouse.Accounts.Authorization;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.LoginProfiles;
using Gatehouse.PolicyEngine;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.Iam.Tests.LoginProfiles;

public sealed class ChangePasswordTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Changes_the_callers_own_password()
    {
        account.AddUser("Alice");
        account.AddLogin("Alice");
        account.Reach<UpdateLoginProfile, UpdateLoginProfileRequest, UpdateLoginProfileResponse>(new() { UserName = "Alice", PasswordResetRequired = true });
        account.ActAs("Alice");

        Call(new() { OldPassword = Logins.Good, NewPassword = "another Horse 2" });

        Assert.True(account.Opens("Alice", "another Horse 2"));
        Assert.False(account.LoginOf("Alice").ResetRequired);
    }

    [Fact]
    public void Wants_the_old_password_and_a_new_one_that_the_policy_takes_BI_207()
    {
        // [AU-703], [AU-701]
        account.AddUser("Alice");
        account.AddLogin("Alice");
        account.Ask(new() { Remembered = 1 });
        account.ActAs("Alice");

        account.Refuses<CommonException>(403, "AccessDenied", "The old password was incorrect.", () => Call(new() { OldPassword = "x", NewPassword = "another" }));
        account.RefusesPassword("Password should have a minimum length of 6", () => Call(new() { OldPassword = Logins.Good, NewPassword = "short" }));
        account.RefusesPassword("Password should not be one of the last 1 passwords", () => Call(new() { OldPassword = Logins.Good, NewPassword = Logins.Good }));
    }

    [Fact]
    public void Is_for_users_alone_and_for_those_who_have_a_password_BI_208()
    {
        account.AddUser("Alice");
        account.Refuses<InvalidUserTypeException>(
            400, "InvalidUserType", "Only IAM Users can change their own password.", () => Call(new() { OldPassword = "x", NewPassword = "y" }));
        account.ActAsRole();
        account.Refuses<InvalidUserTypeException>(
            400, "InvalidUserType", "Only IAM Users can change their own password.", () => Call(new() { OldPassword = "x", NewPassword = "y" }));
        account.ActAs("Alice");
        account.RefusesMissing("Login Profile for User Alice cannot be found.", () => Call(new() { OldPassword = "x", NewPassword = "y" }));
    }

    [Fact]
    public void Slows_those_who_guess()
    {
        // [AU-705]
        account.AddUser("Alice");
        account.AddLogin("Alice");
        account.ActAs("Alice");
        for (var i = 0; i < 5; i++)
        {
            Assert.Throws<CommonException>(() => Call(new() { OldPassword = "wrong", NewPassword = "another Horse 2" }));
        }

        var slowed = Assert.Throws<CommonException>(() => Call(new() { OldPassword = Logins.Good, NewPassword = "another Horse 2" }));
        Assert.Equal((CommonError.Throttling, "Rate exceeded"), (slowed.Kind, slowed.Message));
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        Call(new() { OldPassword = Logins.Good, NewPassword = "another Horse 2" });
    }

    [Fact]
    public void A_password_that_grew_too_old_may_still_be_changed()
    {
        // [AU-702]
        account.AddUser("Alice");
        var profile = account.AddLogin("Alice");
        account.Ask(new() { MaxAgeDays = 90, HardExpiry = true });
        account.Clock.Advance(TimeSpan.FromDays(91));
        account.ActAs("Alice");
        Assert.True(profile.ExpiresUnder(account.Account.Profile.PasswordPolicy) < account.Clock.GetUtcNow());

        Call(new() { OldPassword = Logins.Good, NewPassword = "another Horse 2" });

        Assert.Equal(account.Clock.GetUtcNow().AddDays(90), account.LoginOf("Alice").ExpiresUnder(account.Account.Profile.PasswordPolicy));
        Assert.Null(profile.ExpiresUnder(null));
    }

    [Fact]
    public void The_policy_of_the_account_lets_users_change_their_own()
    {
        // [AU-701]
        account.AddUser("Alice");
        account.AddLogin("Alice");
        var network = new NoNetwork();
        account.ActAs("Alice");
        Assert.NotNull(Denial());

        account.Ask(new() { UsersMayChange = true });
        account.ActAs("Alice");
        Assert.Null(Denial());
        Assert.NotNull(Authorizer().Judge(account.Call, new("iam:GetUser", account.Call.OwnUser!.Value), network));
        account.Put(account.Account.Users.Find("Alice")! with
        {
            InlinePolicies = [new("no", """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:ChangePassword","Resource":"*"}}""")],
        });
        account.ActAs("Alice");
        Assert.NotNull(Denial());

        Authorizer Authorizer() => new(account.Installation.Effective);
        Denial? Denial() => Authorizer().Judge(
            account.Call, account.Needs<ChangePassword, ChangePasswordRequest>("iam:ChangePassword", new() { OldPassword = "x", NewPassword = "y" }), network);
    }

    private ChangePasswordResponse Call(ChangePasswordRequest request) =>
        account.Reach<ChangePassword, ChangePasswordRequest, ChangePasswordResponse>(request);

    private sealed class NoNetwork : IContextSource
    {
        public IEnumerable<KeyValuePair<string, ContextValues>> All => [];

        public bool TryFind(string name, out ContextValues values)
        {
            values = default;
            return false;
        }
    }
}
