using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class ListGroupsTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void Groups_are_listed_by_name_page_by_page()
    {
        foreach (var name in (string[])["ops", "Admins", "devs"])
        {
            center.CreateGroup(name);
        }

        var first = List(max: 2);
        var second = List(max: 2, token: first.NextToken);

        Assert.Equal(["Admins", "devs"], first.Groups.Select(one => one.DisplayName));
        Assert.Equal(["ops"], second.Groups.Select(one => one.DisplayName));
        Assert.Null(second.NextToken);
    }

    [Fact]
    public void A_filter_finds_one_name()
    {
        center.CreateGroup("admins");
        center.CreateGroup("admins2");

        Assert.Equal("admins", Assert.Single(List(filters: [new() { AttributePath = "DisplayName", AttributeValue = "Admins" }]).Groups).DisplayName);
        center.Refuses<ValidationException>(() => List(filters: [new() { AttributePath = "Description", AttributeValue = "x" }]));
    }

    [Fact]
    public void It_is_asked_on_the_store_and_all_groups()
    {
        Assert.Equal(["arn:aws:identitystore::111122223333:identitystore/d-0123456789", "arn:aws:identitystore:::group/*"], center.Asked<ListGroups, ListGroupsRequest>(new() { IdentityStoreId = CenterFixture.StoreId }));
        center.Misses(ResourceType.IDENTITY_STORE, () => center.Account.Read<ListGroups, ListGroupsRequest, ListGroupsResponse>(new() { IdentityStoreId = StoreGivens.OtherStore }));
    }

    private ListGroupsResponse List(int? max = null, string? token = null, IReadOnlyList<Filter>? filters = null) => center.Account.Read<ListGroups, ListGroupsRequest, ListGroupsResponse>(
        new() { IdentityStoreId = CenterFixture.StoreId, MaxResults = max, NextToken = token, Filters = filters });
}
