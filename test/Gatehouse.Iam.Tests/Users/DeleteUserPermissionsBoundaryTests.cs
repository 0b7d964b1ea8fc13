using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class DeleteUserPermissionsBoundaryTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_the_boundary_away_if_there_is_one()
    {
        account.Put(account.AddUser("Alice") with { PermissionsBoundary = Givens.ReadOnly });

        Call(new() { UserName = "Alice" });
        Call(new() { UserName = "Alice" });

        Assert.Null(account.Account.Users.Find("Alice")!.PermissionsBoundary);
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody" }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.Put(account.AddUser("Alice", "/staff/") with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        var needs = account.Needs<DeleteUserPermissionsBoundary, DeleteUserPermissionsBoundaryRequest>(
            "iam:DeleteUserPermissionsBoundary", new() { UserName = "alice" });

        Assert.Equal(["iam:DeleteUserPermissionsBoundary arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
        Assert.Equal("blue", needs.Value("iam:ResourceTag/team"));
        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PermissionsBoundary"));
    }

    private DeleteUserPermissionsBoundaryResponse Call(DeleteUserPermissionsBoundaryRequest request) =>
        account.Write<DeleteUserPermissionsBoundary, DeleteUserPermissionsBoundaryRequest, DeleteUserPermissionsBoundaryResponse>(request);
}
