using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.AccountAssignments;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.AccountAssignments;

public sealed class ListAccountAssignmentDeletionStatusTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Lists_requests_of_its_kind()
    {
        center.Assign();
        var asked = center.AskAway();

        var only = Assert.Single(center.Read<ListAccountAssignmentDeletionStatus, ListAccountAssignmentDeletionStatusRequest, ListAccountAssignmentDeletionStatusResponse>(
            new() { InstanceArn = SetFixture.InstanceArn }).AccountAssignmentsDeletionStatus!);

        Assert.Equal((asked.RequestId, "IN_PROGRESS"), (only.RequestId, only.Status));
    }
}
