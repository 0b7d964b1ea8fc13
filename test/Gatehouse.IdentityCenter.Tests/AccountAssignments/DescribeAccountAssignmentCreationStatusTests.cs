using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.AccountAssignments;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.AccountAssignments;

public sealed class DescribeAccountAssignmentCreationStatusTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Shows_a_request_of_its_kind_and_no_other()
    {
        var created = center.Assign();
        var deleted = center.AskAway();

        Assert.Equal((created.RequestId, "SUCCEEDED", Own), (center.Created(created.RequestId!).RequestId, center.Created(created.RequestId!).Status, center.Created(created.RequestId!).TargetId));
        Assert.Throws<ResourceNotFoundException>(() => center.Created(deleted.RequestId!));
    }
}
