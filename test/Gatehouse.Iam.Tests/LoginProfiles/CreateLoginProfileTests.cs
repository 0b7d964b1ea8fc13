using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.LoginProfiles;
using Gatehouse.Testing;
using System.Text;

namespace Gatehouse.Iam.Tests.LoginProfiles;

public sealed class CreateLoginProfileTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Gives_a_user_a_password_that_is_kept_as_a_hash_alone()
    {
        // [AU-708], [AU-215]
        account.AddUser("Alice");

        var profile = Call(new() { UserName = "ALICE", Password = Logins.Good, PasswordResetRequired = true }).LoginProfile;

        Assert.Equal(("Alice", account.Clock.GetUtcNow(), true), (profile.UserName, profile.CreateDate, profile.PasswordResetRequired));
        Assert.True(account.Opens("Alice", Logins.Good));
        Assert.False(account.Opens("Alice", Logins.Good + " "));
        var text = string.Concat(account.Stored().Rows.Select(row => Encoding.UTF8.GetString(row.Value.Span)));
        Assert.DoesNotContain(Logins.Good, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Logins.Good)), text, StringComparison.Ordinal);
        Assert.Equal(account.LoginOf("Alice"), account.Reload().LoginProfiles.Single() with { Former = account.LoginOf("Alice").Former });
    }

    [Fact]
    public void Refuses_a_second_profile_and_users_that_are_not_there()
    {
        account.AddUser("Alice");
        account.AddLogin("Alice");

        account.RefusesTaken("Login Profile for user Alice already exists.", () => Call(new() { UserName = "alice", Password = Logins.Good }));
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody", Password = Logins.Good }));
    }

    [Theory]
    [InlineData("Ab1!xyz", "Password should have a minimum length of 8")]
    [InlineData("abcdefgh", "Password should meet 2 more of the following requirements: Password should have at least one uppercase letter, Password should have at least one number, Password should have at least one symbol")]
    [InlineData("abcd1234", "Password should meet 1 more of the following requirements: Password should have at least one uppercase letter, Password should have at least one symbol")]
    [InlineData("111122223333@EXAMPLE.com", "Password should not be the name or the e-mail address of the account")]
    public void Asks_what_AWS_asks_where_the_account_has_no_policy(string password, string message)
    {
        // [AU-701]
        account.AddUser("Alice");

        account.RefusesPassword(message, () => Call(new() { UserName = "Alice", Password = password }));
    }

    [Theory]
    [InlineData("aB1!", "Password should have a minimum length of 10")]
    [InlineData("aaaaaaaaaa", "Password should have at least one uppercase letter, Password should have at least one number, Password should have at least one symbol")]
    [InlineData("AAAAAAAA1!", "Password should have at least one lowercase letter")]
    [InlineData("aaaaAAAA1;", "Password should have at least one symbol")]
    [InlineData("AAAA", "Password should have a minimum length of 10, Password should have at least one lowercase letter, Password should have at least one number, Password should have at least one symbol")]
    public void Asks_what_the_policy_of_the_account_asks(string password, string message)
    {
        account.AddUser("Alice");
        account.Ask(new() { MinimumLength = 10, RequireLowercase = true, RequireUppercase = true, RequireNumbers = true, RequireSymbols = true });

        account.RefusesPassword(message, () => Call(new() { UserName = "Alice", Password = password }));
        Call(new() { UserName = "Alice", Password = "aaaaAAAA1|" });
    }

    [Fact]
    public void Takes_any_six_letters_where_a_policy_asks_nothing_else()
    {
        account.AddUser("Alice");
        account.Ask(new());

        account.RefusesPassword("Password should have a minimum length of 6", () => Call(new() { UserName = "Alice", Password = "aaaaa" }));
        Call(new() { UserName = "Alice", Password = "aaaaaa" });
    }

    [Fact]
    public void Wants_a_password_from_everyone_but_an_assumed_root()
    {
        // [AU-322]
        account.AddUser("Alice");

        account.RefusesValue(
            "1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null", () => Call(new() { UserName = "Alice" }));
        account.RefusesValue("Must specify userName when calling with non-User credentials", () => Call(new() { Password = Logins.Good }));
        account.ActAsAssumedRoot();
        account.RefusesValue("Password must not be specified when calling with an AssumeRoot session", () => Call(new() { Password = Logins.Good }));
        Assert.Equal("root", Call(new()).LoginProfile.UserName);
        Assert.Null(account.Account.LoginProfiles.Find("root")!.Password);
    }

    [Fact]
    public void Is_checked_on_the_user()
    {
        account.AddUser("Alice", "/staff/");

        var needs = account.Needs<CreateLoginProfile, CreateLoginProfileRequest>("iam:CreateLoginProfile", new() { UserName = "alice", Password = "x" });

        Assert.Equal(["iam:CreateLoginProfile arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
    }

    private CreateLoginProfileResponse Call(CreateLoginProfileRequest request) =>
        account.Reach<CreateLoginProfile, CreateLoginProfileRequest, CreateLoginProfileResponse>(request);
}
