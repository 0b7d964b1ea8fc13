using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class DeleteGroupMembershipTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_person_leaves_a_group_and_may_come_back()
    {
        var (group, alice) = (center.CreateGroup(), center.CreateUser());
        var id = center.Join(group, alice);

        Delete(id);

        Assert.Empty(center.Account.Account.IdentityMemberships);
        Assert.NotEqual(id, center.Join(group, alice));
    }

    [Fact]
    public void It_is_asked_on_the_store_the_membership_and_both()
    {
        center.Misses(ResourceType.GROUP_MEMBERSHIP, () => Delete(StoreGivens.Nobody));
        Assert.Equal(
            ["arn:aws:identitystore::111122223333:identitystore/d-0123456789", "arn:aws:identitystore:::group/*", "arn:aws:identitystore:::membership/m", "arn:aws:identitystore:::user/*"],
            center.Asked<DeleteGroupMembership, DeleteGroupMembershipRequest>(new() { IdentityStoreId = CenterFixture.StoreId, MembershipId = "m" }));
    }

    private void Delete(string id) =>
        center.Account.Write<DeleteGroupMembership, DeleteGroupMembershipRequest, DeleteGroupMembershipResponse>(new() { IdentityStoreId = CenterFixture.StoreId, MembershipId = id });
}
