using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class ListGroupMembershipsForMemberTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void The_groups_of_one_person_are_listed_page_by_page()
    {
        var (alice, bob) = (center.CreateUser(), center.CreateUser("bob"));
        var groups = new[] { "a", "b", "c" }.Select(name => center.CreateGroup(name)).ToList();
        groups.ForEach(group => center.Join(group, alice));
        groups.ForEach(group => center.Join(group, bob));

        var first = List(alice, 2);
        var second = List(alice, 2, first.NextToken);

        Assert.Equal(groups.Order(StringComparer.Ordinal), first.GroupMemberships.Concat(second.GroupMemberships).Select(one => one.GroupId));
        Assert.All(first.GroupMemberships, one => Assert.Equal(alice, one.MemberId!.UserId));
        Assert.Equal((2, 1, null), (first.GroupMemberships.Count, second.GroupMemberships.Count, second.NextToken));
    }

    [Fact]
    public void It_is_asked_on_the_store_all_memberships_and_the_user()
    {
        center.Misses(ResourceType.USER, () => List(StoreGivens.Nobody));
        Assert.Equal(
            ["arn:aws:identitystore::111122223333:identitystore/d-0123456789", "arn:aws:identitystore:::membership/*", "arn:aws:identitystore:::user/u"],
            center.Asked<ListGroupMembershipsForMember, ListGroupMembershipsForMemberRequest>(new() { IdentityStoreId = CenterFixture.StoreId, MemberId = new() { UserId = "u" } }));
    }

    private ListGroupMembershipsForMemberResponse List(string user, int? max = null, string? token = null) =>
        center.Account.Read<ListGroupMembershipsForMember, ListGroupMembershipsForMemberRequest, ListGroupMembershipsForMemberResponse>(
            new() { IdentityStoreId = CenterFixture.StoreId, MemberId = new() { UserId = user }, MaxResults = max, NextToken = token });
}
