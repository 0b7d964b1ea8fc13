using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class DescribeUserTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void Extensions_are_shown_to_those_who_ask_for_them()
    {
        var id = center.CreateUser();
        center.UpdateUser(id, ("aws:identitystore:enterprise.department", "\"R&D\""));

        Assert.Null(center.DescribeUser(id).Extensions);
        Assert.Null(center.DescribeUser(id, "aws:identitystore:other").Extensions);
        Assert.Equal("R&D", center.DescribeUser(id, StoreSchemas.Enterprise).Extensions![StoreSchemas.Enterprise].GetProperty("department").GetString());
    }

    [Fact]
    public void Nobody_is_described_who_is_not_there()
    {
        center.Misses(ResourceType.USER, () => center.DescribeUser(StoreGivens.Nobody));
        center.Misses(ResourceType.IDENTITY_STORE, () => Call(StoreGivens.OtherStore, StoreGivens.Nobody));
    }

    [Fact]
    public void It_is_asked_on_the_store_and_the_user_with_who_else_knows_them()
    {
        var user = center.AddUser("bob", with: one => one with { ExternalIds = [new("okta", "1"), new("okta", "2"), new("entra", "1")] });
        var request = new DescribeUserRequest { IdentityStoreId = CenterFixture.StoreId, UserId = user.Id };

        Assert.Equal(["arn:aws:identitystore::111122223333:identitystore/d-0123456789", $"arn:aws:identitystore:::user/{user.Id}"], center.Asked<DescribeUser, DescribeUserRequest>(request));
        Assert.Equal(["okta", "entra"], center.Account.Needs<DescribeUser, DescribeUserRequest>("identitystore:DescribeUser", request).Keys.Single(key => key.Key == "identitystore:UserExternalIdIssuers").Value);
        Assert.Equal(["okta", "okta", "entra"], center.DescribeUser(user.Id).ExternalIds!.Select(one => one.Issuer));
    }

    private DescribeUserResponse Call(string store, string user) => center.Account.Read<DescribeUser, DescribeUserRequest, DescribeUserResponse>(new() { IdentityStoreId = store, UserId = user });
}
