using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class ListCustomerManagedPolicyReferencesInPermissionSetTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void Lists_names_and_paths()
    {
        center.Account.Change(draft => draft.Put(center.Set with { CustomerPolicies = [new PolicyReference("own", "/team/")] }));

        var only = Assert.Single(center.Read<ListCustomerManagedPolicyReferencesInPermissionSet, ListCustomerManagedPolicyReferencesInPermissionSetRequest, ListCustomerManagedPolicyReferencesInPermissionSetResponse>(
            new() { InstanceArn = CenterFixture.InstanceArn, PermissionSetArn = CenterFixture.SetArn }).CustomerManagedPolicyReferences!);

        Assert.Equal(("own", "/team/"), (only.Name, only.Path));
    }
}
