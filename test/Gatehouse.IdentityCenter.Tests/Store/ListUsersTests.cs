using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class ListUsersTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void People_are_listed_by_name_page_by_page()
    {
        foreach (var name in (string[])["carol", "alice", "Bob"])
        {
            center.CreateUser(name);
        }

        var first = List(max: 2);
        var second = List(max: 2, token: first.NextToken);

        Assert.Equal(["alice", "Bob"], first.Users.Select(one => one.UserName));
        Assert.Equal(["carol"], second.Users.Select(one => one.UserName));
        Assert.Null(second.NextToken);
        Assert.Matches("^[-a-zA-Z0-9+=/:_]+$", first.NextToken);
        Assert.Equal(("Alice Doe", CenterFixture.StoreId, UserStatus.ENABLED), (first.Users[0].DisplayName, first.Users[0].IdentityStoreId, first.Users[0].UserStatus));
    }

    [Fact]
    public void A_filter_finds_one_name()
    {
        center.CreateUser("alice");
        center.CreateUser("alice2");

        Assert.Equal("alice", Assert.Single(List(filters: [new() { AttributePath = "UserName", AttributeValue = "ALICE" }]).Users).UserName);
        Assert.Empty(List(filters: [new() { AttributePath = "UserName", AttributeValue = "bob" }]).Users);
        center.Refuses<ValidationException>(() => List(filters: [new() { AttributePath = "Title", AttributeValue = "x" }]));
    }

    [Fact]
    public void A_token_that_is_not_ours_is_refused()
    {
        Assert.Equal("The NextToken is not valid.", Assert.Throws<ValidationException>(() => List(token: "nonsense")).Message);
        center.Misses(ResourceType.IDENTITY_STORE, () => center.Account.Read<ListUsers, ListUsersRequest, ListUsersResponse>(new() { IdentityStoreId = StoreGivens.OtherStore }));
    }

    [Fact]
    public void It_is_asked_on_the_store_and_all_users()
    {
        Assert.Equal(["arn:aws:identitystore::111122223333:identitystore/d-0123456789", "arn:aws:identitystore:::user/*"], center.Asked<ListUsers, ListUsersRequest>(new() { IdentityStoreId = CenterFixture.StoreId }));
    }

    private ListUsersResponse List(int? max = null, string? token = null, IReadOnlyList<Filter>? filters = null) => center.Account.Read<ListUsers, ListUsersRequest, ListUsersResponse>(
        new() { IdentityStoreId = CenterFixture.StoreId, MaxResults = max, NextToken = token, Filters = filters });
}
