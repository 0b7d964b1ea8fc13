using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class DescribeGroupTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_group_that_is_not_there_is_not_described()
    {
        center.Misses(ResourceType.GROUP, () => center.DescribeGroup(StoreGivens.Nobody));
    }

    [Fact]
    public void It_is_asked_on_the_store_and_the_group_with_who_else_knows_it()
    {
        var id = center.CreateGroup();
        center.UpdateGroup(id, ("externalIds", """[{"issuer":"okta","id":"1"}]"""));
        var request = new DescribeGroupRequest { IdentityStoreId = CenterFixture.StoreId, GroupId = id };

        Assert.Equal(["arn:aws:identitystore::111122223333:identitystore/d-0123456789", $"arn:aws:identitystore:::group/{id}"], center.Asked<DescribeGroup, DescribeGroupRequest>(request));
        Assert.Equal(["okta"], center.Account.Needs<DescribeGroup, DescribeGroupRequest>("identitystore:DescribeGroup", request).Keys.Single(key => key.Key == "identitystore:GroupExternalIdIssuers").Value);
        Assert.Equal("1", Assert.Single(center.DescribeGroup(id).ExternalIds!).Id);
    }
}
