using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class DeleteRolePermissionsBoundaryTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_the_boundary_away_once()
    {
        account.Put(account.AddRole("App") with { PermissionsBoundary = Givens.ReadOnly });

        Call(new() { RoleName = "app" });
        var after = account.Account;
        Call(new() { RoleName = "app" });

        Assert.Null(account.Reload().Roles[0].PermissionsBoundary);
        Assert.Same(after, account.Account);
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none" }));

    [Fact]
    public void Is_checked_with_the_boundary_it_takes_away()
    {
        account.Put(account.AddRole("App") with { PermissionsBoundary = Givens.ReadOnly });

        var needs = account.Needs<DeleteRolePermissionsBoundary, DeleteRolePermissionsBoundaryRequest>("iam:DeleteRolePermissionsBoundary", new() { RoleName = "App" });

        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PermissionsBoundary"));
    }

    private DeleteRolePermissionsBoundaryResponse Call(DeleteRolePermissionsBoundaryRequest request) =>
        account.Write<DeleteRolePermissionsBoundary, DeleteRolePermissionsBoundaryRequest, DeleteRolePermissionsBoundaryResponse>(request);
}
