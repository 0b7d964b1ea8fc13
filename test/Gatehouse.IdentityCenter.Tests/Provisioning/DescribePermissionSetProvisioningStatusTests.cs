using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Provisioning;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.Provisioning;

public sealed class DescribePermissionSetProvisioningStatusTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Shows_a_request_of_its_kind_and_no_other()
    {
        var created = center.Assign();
        var asked = center.AskProvision();

        Assert.Equal(("IN_PROGRESS", null, SetFixture.SetArn), (Describe(asked.RequestId!).Status, Describe(asked.RequestId!).AccountId, Describe(asked.RequestId!).PermissionSetArn));
        Assert.Throws<ResourceNotFoundException>(() => Describe(created.RequestId!));
    }

    private Contracts.SsoAdmin.Shapes.PermissionSetProvisioningStatus Describe(string request) =>
        center.Read<DescribePermissionSetProvisioningStatus, DescribePermissionSetProvisioningStatusRequest, DescribePermissionSetProvisioningStatusResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, ProvisionPermissionSetRequestId = request }).PermissionSetProvisioningStatus!;
}
