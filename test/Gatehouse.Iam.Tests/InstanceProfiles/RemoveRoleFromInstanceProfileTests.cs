using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.InstanceProfiles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.InstanceProfiles;

public sealed class RemoveRoleFromInstanceProfileTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_the_role_out()
    {
        account.AddProfile("Web", account.AddRole("App"));

        Call(new() { InstanceProfileName = "web", RoleName = "app" });

        Assert.Null(account.Reload().InstanceProfiles[0].RoleId);
    }

    [Fact]
    public void Refuses_a_role_that_is_not_in_it()
    {
        account.AddProfile("Web", account.AddRole("App"));
        account.AddRole("Other");

        account.RefusesMissing("Role Other in Instance Profile Web cannot be found.", () => Call(new() { InstanceProfileName = "Web", RoleName = "Other" }));
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { InstanceProfileName = "Web", RoleName = "none" }));
        account.RefusesMissing("Instance Profile none cannot be found.", () => Call(new() { InstanceProfileName = "none", RoleName = "App" }));
    }

    private RemoveRoleFromInstanceProfileResponse Call(RemoveRoleFromInstanceProfileRequest request) =>
        account.Write<RemoveRoleFromInstanceProfile, RemoveRoleFromInstanceProfileRequest, RemoveRoleFromInstanceProfileResponse>(request);
}
