using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class UpdateRoleTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Changes_what_it_is_given_and_leaves_the_rest()
    {
        account.Put(account.AddRole("App") with { Description = "Runs.", MaxSessionSeconds = 7200 });

        Call(new() { RoleName = "app" });
        Assert.Equal(("Runs.", 7200), (account.Account.Roles[0].Description, account.Account.Roles[0].MaxSessionSeconds));

        Call(new() { RoleName = "App", MaxSessionDuration = 43200 });
        Call(new() { RoleName = "App", Description = "" });
        Assert.Equal((null, 43200), (account.Reload().Roles[0].Description, account.Account.Roles[0].MaxSessionSeconds));
    }

    [Fact]
    public void Changes_nothing_but_the_description_of_a_role_that_a_service_owns()
    {
        // PE-16
        account.AddRole("AWSServiceRoleForECS", "/aws-service-role/ecs.amazonaws.com/");
        Call(new() { RoleName = "AWSServiceRoleForECS", Description = "Ours." });

        Assert.Equal("Ours.", account.Account.Roles[0].Description);
        account.Refuses<UnmodifiableEntityException>(
            400,
            "UnmodifiableEntity",
            "Cannot perform the operation on the protected role 'AWSServiceRoleForECS' - this role is only modifiable by AWS",
            () => Call(new() { RoleName = "AWSServiceRoleForECS", MaxSessionDuration = 7200 }));
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none" }));

    [Fact]
    public void Is_checked_on_the_role_and_its_boundary()
    {
        account.Put(account.AddRole("App") with { PermissionsBoundary = Givens.ReadOnly });

        var needs = account.Needs<UpdateRole, UpdateRoleRequest>("iam:UpdateRole", new() { RoleName = "App" });

        Assert.Equal(["iam:UpdateRole arn:aws:iam::111122223333:role/App"], needs.Lines());
        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PermissionsBoundary"));
    }

    private UpdateRoleResponse Call(UpdateRoleRequest request) => account.Write<UpdateRole, UpdateRoleRequest, UpdateRoleResponse>(request);
}
