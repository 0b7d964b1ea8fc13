using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class ListCustomerManagedPolicyReferencesInPermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Lists_names_and_paths()
    {
        center.Account.Change(draft => draft.Put(center.Set with { CustomerPolicies = [new PolicyReference("own", "/team/")] }));

        var only = Assert.Single(center.Read<ListCustomerManagedPolicyReferencesInPermissionSet, ListCustomerManagedPolicyReferencesInPermissionSetRequest, ListCustomerManagedPolicyReferencesInPermissionSetResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn }).CustomerManagedPolicyReferences!);

        Assert.Equal(("own", "/team/"), (only.Name, only.Path));
    }
}
