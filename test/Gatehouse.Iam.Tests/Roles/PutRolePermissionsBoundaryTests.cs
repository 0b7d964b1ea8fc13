using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class PutRolePermissionsBoundaryTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Sets_the_boundary()
    {
        account.AddRole("App");

        Call(new() { RoleName = "app", PermissionsBoundary = Givens.ReadOnly });

        Assert.Equal(Givens.ReadOnly, account.Reload().Roles[0].PermissionsBoundary);
        Assert.Equal(1, account.Account.Attachments.BoundariesOf(Givens.ReadOnly));
    }

    [Fact]
    public void Refuses_what_is_no_policy()
    {
        account.AddRole("App");

        account.RefusesMissing(
            "Scope ARN: arn:aws:iam::111122223333:policy/none does not exist or is not attachable.",
            () => Call(new() { RoleName = "App", PermissionsBoundary = "arn:aws:iam::111122223333:policy/none" }));
        account.Refuses<InvalidInputException>(
            400,
            "InvalidInput",
            "ARN arn:aws:iam::111122223333:not_a_policy/x is not valid.",
            () => Call(new() { RoleName = "App", PermissionsBoundary = "arn:aws:iam::111122223333:not_a_policy/x" }));
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none", PermissionsBoundary = Givens.ReadOnly }));

    [Fact]
    public void Is_checked_with_the_boundary_it_sets()
    {
        account.Put(account.AddRole("App") with { PermissionsBoundary = "arn:aws:iam::aws:policy/Old" });

        var needs = account.Needs<PutRolePermissionsBoundary, PutRolePermissionsBoundaryRequest>(
            "iam:PutRolePermissionsBoundary", new() { RoleName = "App", PermissionsBoundary = Givens.ReadOnly });

        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PermissionsBoundary"));
    }

    private PutRolePermissionsBoundaryResponse Call(PutRolePermissionsBoundaryRequest request) =>
        account.Write<PutRolePermissionsBoundary, PutRolePermissionsBoundaryRequest, PutRolePermissionsBoundaryResponse>(request);
}
