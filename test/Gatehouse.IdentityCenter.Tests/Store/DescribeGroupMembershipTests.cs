using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class DescribeGroupMembershipTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_membership_names_both()
    {
        var (group, alice) = (center.CreateGroup(), center.CreateUser());
        var id = center.Join(group, alice);

        var shown = Call(id);

        Assert.Equal((id, group, alice, CenterFixture.StoreId), (shown.MembershipId, shown.GroupId, shown.MemberId.UserId, shown.IdentityStoreId));
        Assert.Equal((center.Account.Clock.GetUtcNow(), "arn:aws:iam::111122223333:root"), (shown.CreatedAt, shown.UpdatedBy));
    }

    [Fact]
    public void It_is_asked_on_the_store_the_membership_and_both()
    {
        var (group, alice) = (center.CreateGroup(), center.CreateUser());
        var id = center.Join(group, alice);

        center.Misses(ResourceType.GROUP_MEMBERSHIP, () => Call(StoreGivens.Nobody));
        Assert.Equal(
            ["arn:aws:identitystore::111122223333:identitystore/d-0123456789", $"arn:aws:identitystore:::group/{group}", $"arn:aws:identitystore:::membership/{id}", $"arn:aws:identitystore:::user/{alice}"],
            center.Asked<DescribeGroupMembership, DescribeGroupMembershipRequest>(new() { IdentityStoreId = CenterFixture.StoreId, MembershipId = id }));
        Assert.Equal(
            ["arn:aws:identitystore::111122223333:identitystore/d-0123456789", "arn:aws:identitystore:::group/*", "arn:aws:identitystore:::membership/m", "arn:aws:identitystore:::user/*"],
            center.Asked<DescribeGroupMembership, DescribeGroupMembershipRequest>(new() { IdentityStoreId = CenterFixture.StoreId, MembershipId = "m" }));
    }

    private DescribeGroupMembershipResponse Call(string id) =>
        center.Account.Read<DescribeGroupMembership, DescribeGroupMembershipRequest, DescribeGroupMembershipResponse>(new() { IdentityStoreId = CenterFixture.StoreId, MembershipId = id });
}
