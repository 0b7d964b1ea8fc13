using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.LoginProfiles;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.LoginProfiles;

public sealed class GetLoginProfileTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_a_profile_under_the_newest_name_of_its_user()
    {
        account.AddUser("Alice");
        account.AddLogin("Alice");
        account.Write<UpdateUser, UpdateUserRequest, UpdateUserResponse>(new() { UserName = "Alice", NewUserName = "Bob" });

        var profile = Call(new() { UserName = "bob" }).LoginProfile;
        account.ActAs("Bob");

        Assert.Equal(("Bob", account.Clock.GetUtcNow(), false), (profile.UserName, profile.CreateDate, profile.PasswordResetRequired));
        Assert.Equal("Bob", Call(new()).LoginProfile.UserName);
    }

    [Fact]
    public void Says_that_there_is_none()
    {
        account.AddUser("Alice");

        account.RefusesMissing("Login Profile for User Alice cannot be found.", () => Call(new() { UserName = "alice" }));
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody" }));
        account.ActAsAssumedRoot();
        account.RefusesMissing("Login Profile for User root cannot be found.", () => Call(new()));
    }

    private GetLoginProfileResponse Call(GetLoginProfileRequest request) =>
        account.Read<GetLoginProfile, GetLoginProfileRequest, GetLoginProfileResponse>(request);
}
