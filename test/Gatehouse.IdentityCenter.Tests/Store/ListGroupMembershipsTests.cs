using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class ListGroupMembershipsTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void Members_of_one_group_are_listed_page_by_page()
    {
        var (admins, devs) = (center.CreateGroup(), center.CreateGroup("devs"));
        var users = new[] { "alice", "bob", "carol" }.Select(name => center.CreateUser(name)).ToList();
        users.ForEach(user => center.Join(admins, user));
        users.ForEach(user => center.Join(devs, user));

        var first = List(admins, 2);
        var second = List(admins, 2, first.NextToken);

        Assert.Equal(users.Order(StringComparer.Ordinal), first.GroupMemberships.Concat(second.GroupMemberships).Select(one => one.MemberId!.UserId));
        Assert.All(first.GroupMemberships, one => Assert.Equal(admins, one.GroupId));
        Assert.Equal((2, 1, null), (first.GroupMemberships.Count, second.GroupMemberships.Count, second.NextToken));
    }

    [Fact]
    public void It_is_asked_on_the_store_all_memberships_and_the_group()
    {
        center.Misses(ResourceType.GROUP, () => List(StoreGivens.Nobody));
        Assert.Equal(
            ["arn:aws:identitystore::111122223333:identitystore/d-0123456789", "arn:aws:identitystore:::membership/*", "arn:aws:identitystore:::group/g"],
            center.Asked<ListGroupMemberships, ListGroupMembershipsRequest>(new() { IdentityStoreId = CenterFixture.StoreId, GroupId = "g" }));
    }

    private ListGroupMembershipsResponse List(string group, int? max = null, string? token = null) => center.Account.Read<ListGroupMemberships, ListGroupMembershipsRequest, ListGroupMembershipsResponse>(
        new() { IdentityStoreId = CenterFixture.StoreId, GroupId = group, MaxResults = max, NextToken = token });
}
