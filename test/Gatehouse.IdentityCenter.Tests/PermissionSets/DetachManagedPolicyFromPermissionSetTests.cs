using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class DetachManagedPolicyFromPermissionSetTests
{
    private readonly SetFixture center = new();

    private const string ReadOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    [Fact]
    public void Takes_a_policy_away()
    {
        center.Account.Change(draft => draft.Put(center.Set with { ManagedPolicies = [ReadOnly], Provisioned = ["111122223333"] }));

        Detach();

        Assert.Empty(center.Set.ManagedPolicies);
        Assert.Equal(["111122223333"], center.Set.Outdated);
        Assert.Throws<ResourceNotFoundException>(Detach);
    }

    private void Detach() => center.Write<DetachManagedPolicyFromPermissionSet, DetachManagedPolicyFromPermissionSetRequest, DetachManagedPolicyFromPermissionSetResponse>(
        new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn, ManagedPolicyArn = ReadOnly });
}
