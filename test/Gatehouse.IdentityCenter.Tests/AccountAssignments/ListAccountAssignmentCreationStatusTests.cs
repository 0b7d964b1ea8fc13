using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.AccountAssignments;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.AccountAssignments;

public sealed class ListAccountAssignmentCreationStatusTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Lists_requests_of_its_kind_by_their_status()
    {
        var done = center.Assign();
        center.AskAway();
        var open = center.Ask(principal: SetFixture.GroupId, type: "GROUP");

        Assert.Equal([open.RequestId], List("IN_PROGRESS"));
        Assert.Equal([done.RequestId], List("SUCCEEDED"));
        Assert.Empty(List("FAILED"));
        Assert.Equal(2, List(null).Count());
    }

    private IEnumerable<string?> List(string? status) =>
        center.Read<ListAccountAssignmentCreationStatus, ListAccountAssignmentCreationStatusRequest, ListAccountAssignmentCreationStatusResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, Filter = status is null ? null : new() { Status = status } }).AccountAssignmentsCreationStatus!.Select(one => one.RequestId);
}
