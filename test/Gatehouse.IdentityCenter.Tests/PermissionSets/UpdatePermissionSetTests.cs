using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class UpdatePermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Changes_what_is_given_and_leaves_the_rest()
    {
        center.Account.Change(draft => draft.Put(center.Set with { Description = "old", RelayState = "https://example.com" }));

        Update(new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn, Description = "new", SessionDuration = "PT2H" });

        Assert.Equal(("new", 7200, "PT2H", "https://example.com"), (center.Set.Description, center.Set.SessionSeconds, center.Set.SessionDuration, center.Set.RelayState));
    }

    [Fact]
    public void Leaves_its_roles_as_they_were_and_says_so()
    {
        center.Account.Change(draft => draft.Put(center.Set with { Provisioned = ["111122223333", "444455556666"] }));

        Update(new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn, Description = "new" });

        Assert.Equal(["111122223333", "444455556666"], center.Set.Outdated);
    }

    [Fact]
    public void Refuses_a_duration_that_is_none()
    {
        Assert.Throws<ValidationException>(() => Update(new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn, Description = "new", SessionDuration = "PT1M" }));
        Assert.Null(center.Set.Description);
    }

    private void Update(UpdatePermissionSetRequest request) => center.Write<UpdatePermissionSet, UpdatePermissionSetRequest, UpdatePermissionSetResponse>(request);
}
