using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class GetUserTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_the_whole_user()
    {
        var user = account.Put(account.AddUser("Alice", "/staff/") with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        var shown = Call(new() { UserName = "ALICE" }).User;

        Assert.Equal((user.Id, "Alice", "/staff/", "arn:aws:iam::111122223333:user/staff/Alice"), (shown.UserId, shown.UserName, shown.Path, shown.Arn));
        Assert.Equal(Givens.ReadOnly, shown.PermissionsBoundary!.PermissionsBoundaryArn);
        Assert.Equal("team", Assert.Single(shown.Tags!).Key);
    }

    [Fact]
    public void Tells_when_a_password_was_last_used()
    {
        // [AU-209]
        var user = account.AddUser("Alice");
        Assert.Null(Call(new() { UserName = "Alice" }).User.PasswordLastUsed);
        var activity = account.Installation.Accounts.Loaded(AccountFixture.Id)!.Activity;
        activity.OfPassword(user.Id).Touch("signin", "us-east-1", account.Clock.GetUtcNow());
        activity.OfPassword("root").Touch("signin", "us-east-1", account.Clock.GetUtcNow().AddDays(1));

        Assert.Equal(account.Clock.GetUtcNow(), Call(new() { UserName = "Alice" }).User.PasswordLastUsed);
        Assert.Equal(account.Clock.GetUtcNow().AddDays(1), Call(new()).User.PasswordLastUsed);
        Assert.Equal(
            account.Clock.GetUtcNow(), Assert.Single(account.Read<ListUsers, ListUsersRequest, ListUsersResponse>(new()).Users).PasswordLastUsed);
    }

    [Fact]
    public void Shows_the_caller_when_no_name_is_given()
    {
        account.AddUser("Alice");
        account.ActAs("Alice");

        Assert.Equal("Alice", Call(new()).User.UserName);
        Assert.Equal("arn:aws:iam::111122223333:user/Alice", account.Needs<GetUser, GetUserRequest>("iam:GetUser", new()).Checks[0].Resource.Text);
    }

    [Fact]
    public void Shows_root_to_itself()
    {
        var shown = Call(new()).User;

        Assert.Equal(("111122223333", "arn:aws:iam::111122223333:root"), (shown.UserId, shown.Arn));
    }

    [Fact]
    public void Wants_a_name_from_a_role()
    {
        account.ActAsRole();

        account.RefusesValue("Must specify userName when calling with non-User credentials", () => Call(new()));
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody" }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.Put(account.AddUser("Alice", "/staff/") with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        var needs = account.Needs<GetUser, GetUserRequest>("iam:GetUser", new() { UserName = "alice" });

        Assert.Equal(["iam:GetUser arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
        Assert.Equal("blue", needs.Value("iam:ResourceTag/team"));
    }

    private GetUserResponse Call(GetUserRequest request) => account.Read<GetUser, GetUserRequest, GetUserResponse>(request);
}
