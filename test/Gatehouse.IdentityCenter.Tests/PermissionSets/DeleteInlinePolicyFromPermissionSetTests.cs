using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class DeleteInlinePolicyFromPermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Takes_the_policy_away_and_is_content_when_there_is_none()
    {
        center.Account.Change(draft => draft.Put(center.Set with { InlinePolicy = "{}", Provisioned = ["111122223333"] }));

        Delete();
        Assert.Equal((null, 1), (center.Set.InlinePolicy, center.Set.Outdated.Length));

        center.Account.Change(draft => draft.Put(center.Set with { Outdated = [] }));
        Delete();
        Assert.Empty(center.Set.Outdated);
    }

    private void Delete() => center.Write<DeleteInlinePolicyFromPermissionSet, DeleteInlinePolicyFromPermissionSetRequest, DeleteInlinePolicyFromPermissionSetResponse>(new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn });
}
