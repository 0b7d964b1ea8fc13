using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.LoginProfiles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.LoginProfiles;

public sealed class DeleteLoginProfileTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_the_password_away_once()
    {
        account.AddUser("Alice");
        account.AddLogin("Alice");

        Call(new() { UserName = "Alice" });

        Assert.Empty(account.Reload().LoginProfiles);
        account.RefusesMissing("Login Profile for User Alice cannot be found.", () => Call(new() { UserName = "Alice" }));
    }

    [Fact]
    public void Takes_away_roots_for_an_assumed_root()
    {
        // [AU-322]
        account.ActAsAssumedRoot();
        account.Reach<CreateLoginProfile, CreateLoginProfileRequest, CreateLoginProfileResponse>(new());

        Call(new());

        Assert.Empty(account.Account.LoginProfiles);
    }

    private DeleteLoginProfileResponse Call(DeleteLoginProfileRequest request) =>
        account.Write<DeleteLoginProfile, DeleteLoginProfileRequest, DeleteLoginProfileResponse>(request);
}
