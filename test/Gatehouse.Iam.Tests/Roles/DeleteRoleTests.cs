using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class DeleteRoleTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Removes_a_role_with_its_boundary_and_tags()
    {
        account.Put(account.AddRole("App") with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        Call(new() { RoleName = "app" });

        Assert.Empty(account.Reload().Roles);
    }

    [Fact]
    public void Refuses_one_that_something_hangs_on()
    {
        var role = account.AddRole("App");
        var profile = account.AddProfile("web", role);
        account.Put(role with { AttachedPolicies = [Givens.ReadOnly], InlinePolicies = [new("own", Givens.Document)] });

        account.RefusesDeletion("Cannot delete entity, must remove roles from instance profile first.", () => Call(new() { RoleName = "App" }));
        account.Change(draft => draft.Put(profile with { RoleId = null }));
        account.RefusesDeletion("Cannot delete entity, must detach all policies first.", () => Call(new() { RoleName = "App" }));
        account.Put(role with { InlinePolicies = [new("own", Givens.Document)] });
        account.RefusesDeletion("Cannot delete entity, must delete policies first.", () => Call(new() { RoleName = "App" }));
    }

    [Fact]
    public void Leaves_roles_of_services_alone()
    {
        // PE-16
        account.AddRole("AWSServiceRoleForECS", "/aws-service-role/ecs.amazonaws.com/");

        Assert.Throws<UnmodifiableEntityException>(() => Call(new() { RoleName = "AWSServiceRoleForECS" }));
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none" }));

    [Fact]
    public void Is_checked_on_the_role()
    {
        account.AddRole("App", "/team/");

        var needs = account.Needs<DeleteRole, DeleteRoleRequest>("iam:DeleteRole", new() { RoleName = "app" });

        Assert.Equal(["iam:DeleteRole arn:aws:iam::111122223333:role/team/App"], needs.Lines());
        Assert.Equal("role App", needs.Printed);
    }

    private DeleteRoleResponse Call(DeleteRoleRequest request) => account.Write<DeleteRole, DeleteRoleRequest, DeleteRoleResponse>(request);
}
