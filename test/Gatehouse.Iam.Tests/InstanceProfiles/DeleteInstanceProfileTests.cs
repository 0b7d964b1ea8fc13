using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.InstanceProfiles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.InstanceProfiles;

public sealed class DeleteInstanceProfileTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Removes_an_empty_profile()
    {
        account.AddProfile("Web");

        Call(new() { InstanceProfileName = "web" });

        Assert.Empty(account.Reload().InstanceProfiles);
    }

    [Fact]
    public void Refuses_one_that_holds_a_role()
    {
        account.AddProfile("Web", account.AddRole("App"));

        account.RefusesDeletion("Cannot delete entity, must remove roles from instance profile first.", () => Call(new() { InstanceProfileName = "Web" }));
    }

    [Fact]
    public void Knows_no_profile_that_is_not_there() =>
        account.RefusesMissing("Instance Profile none cannot be found.", () => Call(new() { InstanceProfileName = "none" }));

    private DeleteInstanceProfileResponse Call(DeleteInstanceProfileRequest request) =>
        account.Write<DeleteInstanceProfile, DeleteInstanceProfileRequest, DeleteInstanceProfileResponse>(request);
}
