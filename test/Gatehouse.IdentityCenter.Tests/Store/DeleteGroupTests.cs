using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class DeleteGroupTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_group_goes_with_its_memberships_and_its_members_stay()
    {
        var (admins, devs, alice) = (center.CreateGroup(), center.CreateGroup("devs"), center.CreateUser());
        center.Join(admins, alice);
        center.Join(devs, alice);

        Delete(admins);

        Assert.Equal(devs, Assert.Single(center.Account.Account.IdentityGroups).Id);
        Assert.Equal(devs, Assert.Single(center.Account.Account.IdentityMemberships).GroupId);
        Assert.Single(center.Account.Account.IdentityUsers);
    }

    [Fact]
    public void It_is_asked_on_the_store_and_the_group()
    {
        center.Misses(ResourceType.GROUP, () => Delete(StoreGivens.Nobody));
        Assert.Equal(
            ["arn:aws:identitystore::111122223333:identitystore/d-0123456789", $"arn:aws:identitystore:::group/{StoreGivens.Nobody}"],
            center.Asked<DeleteGroup, DeleteGroupRequest>(new() { IdentityStoreId = CenterFixture.StoreId, GroupId = StoreGivens.Nobody }));
    }

    private void Delete(string group) => center.Account.Write<DeleteGroup, DeleteGroupRequest, DeleteGroupResponse>(new() { IdentityStoreId = CenterFixture.StoreId, GroupId = group });
}
