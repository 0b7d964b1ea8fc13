using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.AccountAssignments;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.AccountAssignments;

public sealed class DescribeAccountAssignmentDeletionStatusTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Shows_a_request_of_its_kind_and_no_other()
    {
        var created = center.Assign();
        var deleted = center.AskAway();

        Assert.Equal((deleted.RequestId, "IN_PROGRESS"), (center.Deleted(deleted.RequestId!).RequestId, center.Deleted(deleted.RequestId!).Status));
        Assert.Throws<ResourceNotFoundException>(() => center.Deleted(created.RequestId!));
    }
}
