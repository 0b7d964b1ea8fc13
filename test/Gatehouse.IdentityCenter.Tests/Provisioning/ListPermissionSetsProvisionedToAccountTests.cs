using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Provisioning;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.Provisioning;

public sealed class ListPermissionSetsProvisionedToAccountTests
{
    private readonly SetFixture center = new();

    [Theory]
    [InlineData(Own, null, 1)]
    [InlineData(Own, "LATEST_PERMISSION_SET_PROVISIONED", 0)]
    [InlineData(Own, "LATEST_PERMISSION_SET_NOT_PROVISIONED", 1)]
    [InlineData(Member, null, 0)]
    public void Lists_the_sets_whose_role_in_the_account_is_as_they_are_or_is_not(string account, string? status, int count)
    {
        center.Account.Change(draft => draft.Put(center.Set with { Provisioned = [Own], Outdated = [Own] }));

        Assert.Equal(count, center.Read<ListPermissionSetsProvisionedToAccount, ListPermissionSetsProvisionedToAccountRequest, ListPermissionSetsProvisionedToAccountResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, AccountId = account, ProvisioningStatus = status }).PermissionSets!.Count);
    }
}
