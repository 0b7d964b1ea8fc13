using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Own.IdentityUsers;

namespace Gatehouse.Own.Tests.IdentityUsers;

public sealed class SetIdentityUserPasswordTests
{
    private readonly IdentityGivens given = new();

    [Theory]
    [InlineData(null, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task The_person_signs_in_with_it(bool? resetRequired, bool required)
    {
        var answer = Set(new() { UserName = "alice", Password = "Correct-Horse1", ResetRequired = resetRequired });

        Assert.Equal(IdentityGivens.AliceId, answer.UserId);
        Assert.True(await given.SignsInAsync("Correct-Horse1"));
        Assert.False(await given.SignsInAsync("correct-horse1"));
        Assert.Equal(required, given.Alice.PasswordResetRequired);
    }

    [Theory]
    [InlineData("Short1!")]
    [InlineData("Ab1!5678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("nocapital1!")]
    [InlineData("NOSMALL1!")]
    [InlineData("NoDigit!!")]
    [InlineData("NoOther11")]
    [InlineData("Ctrl\tChar1!")]
    public void A_password_that_breaks_AWS_s_rules_is_refused(string password)
    {
        var before = given.Account.Account;

        var refusal = Assert.Throws<InvalidInputException>(() => Set(new() { UserName = "alice", Password = password }));

        Assert.DoesNotContain(password, refusal.Message, StringComparison.Ordinal);
        Assert.Same(before, given.Account.Account);
    }

    [Fact]
    public void Names_one_user_who_is_there()
    {
        Assert.Throws<InvalidInputException>(() => Set(new() { Password = "Correct-Horse1" }));
        Assert.Throws<ResourceNotFoundException>(() => Set(new() { UserName = "carol", Password = "x" }));
        Assert.Equal($"arn:aws:identitystore:::user/{IdentityGivens.AliceId}", SetIdentityUserPassword.Target(new() { UserName = "alice", Password = "" }, given.Account.Call).Text);
    }

    private SetIdentityUserPasswordResponse Set(SetIdentityUserPasswordRequest request) =>
        given.Account.Reach<SetIdentityUserPassword, SetIdentityUserPasswordRequest, SetIdentityUserPasswordResponse>(request);
}
