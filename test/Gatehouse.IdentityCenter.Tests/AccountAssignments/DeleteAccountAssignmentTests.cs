using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.AccountAssignments;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.AccountAssignments;

public sealed class DeleteAccountAssignmentTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Is_under_way_until_the_worker_has_done_it()
    {
        center.Assign();

        var asked = center.AskAway();
        Assert.Equal("IN_PROGRESS", asked.Status);
        Assert.Single(center.Account.Account.Assignments);

        center.Work();
        Assert.Equal("SUCCEEDED", center.Deleted(asked.RequestId!).Status);
        Assert.Empty(center.Account.Account.Assignments);
    }

    [Fact]
    public void Refuses_what_was_never_given()
    {
        Assert.Throws<ResourceNotFoundException>(() => center.AskAway());
    }

    [Fact]
    public void Somebody_who_left_can_lose_what_was_given()
    {
        center.Assign();
        center.Account.Change(draft => draft.Remove(draft.Account.IdentityUsers.FindById(SetFixture.UserId)!));

        center.AskAway();
        center.Work();

        Assert.Empty(center.Account.Account.Assignments);
        Assert.Null(center.RoleIn(Own));
    }
}
