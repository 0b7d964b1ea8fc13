using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Provisioning;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.Provisioning;

public sealed class ListAccountsForProvisionedPermissionSetTests
{
    private readonly SetFixture center = new();

    [Theory]
    [InlineData(null, "111122223333 444455556666")]
    [InlineData("LATEST_PERMISSION_SET_PROVISIONED", "111122223333")]
    [InlineData("LATEST_PERMISSION_SET_NOT_PROVISIONED", "444455556666")]
    public void Lists_the_accounts_whose_role_is_as_the_set_is_or_is_not(string? status, string accounts)
    {
        center.Account.Change(draft => draft.Put(center.Set with { Provisioned = [Own, Member], Outdated = [Member] }));

        Assert.Equal(accounts, string.Join(" ", center.Read<ListAccountsForProvisionedPermissionSet, ListAccountsForProvisionedPermissionSetRequest, ListAccountsForProvisionedPermissionSetResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn, ProvisioningStatus = status }).AccountIds!));
    }
}
