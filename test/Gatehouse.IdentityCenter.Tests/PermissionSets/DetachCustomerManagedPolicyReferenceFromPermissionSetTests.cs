using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class DetachCustomerManagedPolicyReferenceFromPermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Takes_the_one_of_name_and_path_away()
    {
        center.Account.Change(draft => draft.Put(center.Set with { CustomerPolicies = [new PolicyReference("own", "/"), new PolicyReference("own", "/team/")] }));

        Detach(null);

        Assert.Equal([new PolicyReference("own", "/team/")], center.Set.CustomerPolicies);
        Assert.Throws<ResourceNotFoundException>(() => Detach("/"));
    }

    private void Detach(string? path) =>
        center.Write<DetachCustomerManagedPolicyReferenceFromPermissionSet, DetachCustomerManagedPolicyReferenceFromPermissionSetRequest, DetachCustomerManagedPolicyReferenceFromPermissionSetResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn, CustomerManagedPolicyReference = new() { Name = "own", Path = path } });
}
