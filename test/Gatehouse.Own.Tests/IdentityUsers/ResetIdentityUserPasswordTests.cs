using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Own.IdentityUsers;

namespace Gatehouse.Own.Tests.IdentityUsers;

public sealed class ResetIdentityUserPasswordTests
{
    private readonly IdentityGivens given = new();

    [Fact]
    public async Task Tells_a_password_that_is_good_for_one_sign_in()
    {
        var answer = Reset(new() { UserName = "ALICE" });

        Assert.Equal(IdentityGivens.AliceId, answer.UserId);
        Assert.Matches("^[A-Z][a-z][a-z2-9]{2}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{3}[2-9]$", answer.OneTimePassword);
        Assert.True(await given.SignsInAsync(answer.OneTimePassword));
        Assert.True(given.Alice.PasswordResetRequired);
        Assert.Equal(given.Account.Clock.GetUtcNow(), given.Alice.PasswordSet);
    }

    [Fact]
    public void Every_one_time_password_is_another_and_keeps_the_rules()
    {
        var made = Enumerable.Range(0, 1_000).Select(_ => given.Account.Installation.Ids.NewOneTimePassword()).ToList();

        Assert.Equal(1_000, made.Distinct(StringComparer.Ordinal).Count());
        Assert.All(made, one => Assert.Null(IdentityPasswords.Broken(one)));
    }

    [Fact]
    public async Task The_one_before_is_good_no_more_and_what_it_began_is_told_apart()
    {
        var first = Reset(new() { UserId = IdentityGivens.AliceId }).OneTimePassword;
        var set = given.Alice.PasswordSet;

        var second = Reset(new() { UserId = IdentityGivens.AliceId }).OneTimePassword;

        Assert.False(await given.SignsInAsync(first));
        Assert.True(await given.SignsInAsync(second));
        Assert.NotEqual(set, given.Alice.PasswordSet);
    }

    [Fact]
    public void The_password_is_in_no_printed_form_of_the_answer()
    {
        var answer = Reset(new() { UserName = "alice" });

        Assert.DoesNotContain(answer.OneTimePassword, answer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("alice", new ResetIdentityUserPasswordRequest { UserName = "alice" }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_one_user_who_is_there()
    {
        var before = given.Account.Account;

        Assert.Throws<InvalidInputException>(() => Reset(new()));
        Assert.Throws<InvalidInputException>(() => Reset(new() { UserName = "alice", UserId = IdentityGivens.AliceId }));
        Assert.Throws<ResourceNotFoundException>(() => Reset(new() { UserName = "carol" }));
        Assert.Throws<ResourceNotFoundException>(() => Reset(new() { UserId = IdentityGivens.NobodyId }));
        Assert.Same(before, given.Account.Account);
    }

    [Theory]
    [InlineData("alice", null, IdentityGivens.AliceId)]
    [InlineData(null, IdentityGivens.AliceId, IdentityGivens.AliceId)]
    [InlineData(null, IdentityGivens.NobodyId, IdentityGivens.NobodyId)]
    [InlineData("carol", null, "*")]
    [InlineData(null, null, "*")]
    public void Is_asked_on_the_user(string? name, string? id, string resource)
    {
        Assert.Equal("arn:aws:identitystore:::user/" + resource, ResetIdentityUserPassword.Target(new() { UserName = name, UserId = id }, given.Account.Call).Text);
    }

    private ResetIdentityUserPasswordResponse Reset(ResetIdentityUserPasswordRequest request) =>
        given.Account.Reach<ResetIdentityUserPassword, ResetIdentityUserPasswordRequest, ResetIdentityUserPasswordResponse>(request);
}
