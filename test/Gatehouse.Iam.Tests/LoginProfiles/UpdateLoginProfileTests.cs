using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.LoginProfiles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.LoginProfiles;

public sealed class UpdateLoginProfileTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Sets_the_password_anew_and_keeps_the_day_the_profile_was_made()
    {
        account.AddUser("Alice");
        var before = account.AddLogin("Alice");
        account.Clock.Advance(TimeSpan.FromDays(3));

        Call(new() { UserName = "Alice", Password = "another Horse 2", PasswordResetRequired = true });

        var after = account.LoginOf("Alice");
        Assert.True(account.Opens("Alice", "another Horse 2"));
        Assert.Equal((before.Created, account.Clock.GetUtcNow(), true), (after.Created, after.Changed, after.ResetRequired));
        Assert.Equal(before.Password, Assert.Single(after.Former));
    }

    [Fact]
    public void Changes_only_what_it_is_told()
    {
        account.AddUser("Alice");
        account.AddLogin("Alice");

        Call(new() { UserName = "Alice", PasswordResetRequired = true });
        Assert.True(account.LoginOf("Alice").ResetRequired);
        Assert.True(account.Opens("Alice", Logins.Good));
        Call(new() { UserName = "Alice", Password = "another Horse 2" });
        Assert.True(account.LoginOf("Alice").ResetRequired);
    }

    [Fact]
    public void Holds_the_password_against_the_policy_and_those_before_it()
    {
        account.AddUser("Alice");
        account.AddLogin("Alice", "first Horse 1");
        account.Ask(new() { MinimumLength = 8, Remembered = 2 });

        account.RefusesPassword("Password should have a minimum length of 8", () => Call(new() { UserName = "Alice", Password = "short" }));
        account.RefusesPassword("Password should not be one of the last 2 passwords", () => Call(new() { UserName = "Alice", Password = "first Horse 1" }));
        Call(new() { UserName = "Alice", Password = "second Horse 2" });
        account.RefusesPassword("Password should not be one of the last 2 passwords", () => Call(new() { UserName = "Alice", Password = "first Horse 1" }));
        Call(new() { UserName = "Alice", Password = "third Horse 3" });
        Call(new() { UserName = "Alice", Password = "first Horse 1" });
    }

    [Fact]
    public void Remembers_no_more_than_twenty_four()
    {
        account.AddUser("Alice");
        account.AddLogin("Alice");
        for (var i = 0; i < 30; i++)
        {
            Call(new() { UserName = "Alice", Password = $"number Horse {i}" });
        }

        Assert.Equal(24, account.LoginOf("Alice").Former.Length);
    }

    [Fact]
    public void Knows_no_profile_that_is_not_there()
    {
        account.AddUser("Alice");

        account.RefusesMissing("Login Profile for User Alice cannot be found.", () => Call(new() { UserName = "Alice", Password = Logins.Good }));
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody" }));
    }

    private UpdateLoginProfileResponse Call(UpdateLoginProfileRequest request) =>
        account.Reach<UpdateLoginProfile, UpdateLoginProfileRequest, UpdateLoginProfileResponse>(request);
}
