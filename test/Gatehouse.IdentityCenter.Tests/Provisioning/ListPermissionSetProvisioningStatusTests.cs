using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Provisioning;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.Provisioning;

public sealed class ListPermissionSetProvisioningStatusTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Lists_requests_of_its_kind()
    {
        center.Assign();
        var asked = center.AskProvision();

        var only = Assert.Single(center.Read<ListPermissionSetProvisioningStatus, ListPermissionSetProvisioningStatusRequest, ListPermissionSetProvisioningStatusResponse>(
            new() { InstanceArn = SetFixture.InstanceArn }).PermissionSetsProvisioningStatus!);

        Assert.Equal((asked.RequestId, "IN_PROGRESS"), (only.RequestId, only.Status));
    }
}
