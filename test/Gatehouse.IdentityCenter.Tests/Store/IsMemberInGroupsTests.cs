using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class IsMemberInGroupsTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void It_tells_of_each_group_in_the_order_asked()
    {
        var (admins, devs, alice) = (center.CreateGroup(), center.CreateGroup("devs"), center.CreateUser());
        center.Join(devs, alice);

        var results = Ask(alice, admins, devs);

        Assert.Equal([(admins, alice, false), (devs, alice, true)], results.Select(one => (one.GroupId!, one.MemberId!.UserId!, one.MembershipExists!.Value)));
    }

    [Fact]
    public void All_must_be_there()
    {
        var (admins, alice) = (center.CreateGroup(), center.CreateUser());

        center.Misses(ResourceType.GROUP, () => Ask(alice, admins, StoreGivens.Nobody));
        center.Misses(ResourceType.USER, () => Ask(StoreGivens.Nobody, admins));
    }

    [Fact]
    public void It_is_asked_on_the_store_all_memberships_each_group_and_the_user()
    {
        Assert.Equal(
            ["arn:aws:identitystore::111122223333:identitystore/d-0123456789", "arn:aws:identitystore:::membership/*", "arn:aws:identitystore:::group/a", "arn:aws:identitystore:::group/b", "arn:aws:identitystore:::user/u"],
            center.Asked<IsMemberInGroups, IsMemberInGroupsRequest>(new() { IdentityStoreId = CenterFixture.StoreId, GroupIds = ["a", "b", "a"], MemberId = new() { UserId = "u" } }));
    }

    private IReadOnlyList<GroupMembershipExistenceResult> Ask(string user, params string[] groups) => center.Account.Read<IsMemberInGroups, IsMemberInGroupsRequest, IsMemberInGroupsResponse>(
        new() { IdentityStoreId = CenterFixture.StoreId, GroupIds = groups, MemberId = new() { UserId = user } }).Results;
}
