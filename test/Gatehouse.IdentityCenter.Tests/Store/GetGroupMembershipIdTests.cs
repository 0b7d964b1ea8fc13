using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class GetGroupMembershipIdTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_membership_is_found_by_both()
    {
        var (group, alice, bob) = (center.CreateGroup(), center.CreateUser(), center.CreateUser("bob"));
        var id = center.Join(group, alice);

        Assert.Equal(id, Find(group, alice));
        center.Misses(ResourceType.GROUP_MEMBERSHIP, () => Find(group, bob));
        center.Misses(ResourceType.USER, () => Find(group, StoreGivens.Nobody));
        center.Misses(ResourceType.GROUP, () => Find(StoreGivens.Nobody, alice));
    }

    [Fact]
    public void It_is_asked_on_the_store_the_membership_and_both()
    {
        var (group, alice) = (center.CreateGroup(), center.CreateUser());
        var id = center.Join(group, alice);

        Assert.Equal(
            ["arn:aws:identitystore::111122223333:identitystore/d-0123456789", $"arn:aws:identitystore:::group/{group}", $"arn:aws:identitystore:::membership/{id}", $"arn:aws:identitystore:::user/{alice}"],
            center.Asked<GetGroupMembershipId, GetGroupMembershipIdRequest>(new() { IdentityStoreId = CenterFixture.StoreId, GroupId = group, MemberId = new() { UserId = alice } }));
    }

    private string Find(string group, string user) => center.Account.Read<GetGroupMembershipId, GetGroupMembershipIdRequest, GetGroupMembershipIdResponse>(
        new() { IdentityStoreId = CenterFixture.StoreId, GroupId = group, MemberId = new() { UserId = user } }).MembershipId;
}
