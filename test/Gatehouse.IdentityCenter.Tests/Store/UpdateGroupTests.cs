using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class UpdateGroupTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_group_gets_another_name_and_keeps_its_members()
    {
        var (id, alice) = (center.CreateGroup(), center.CreateUser());
        center.Join(id, alice);

        center.UpdateGroup(id, ("displayName", "\"The admins\""), ("description", "\"Those who may\""));
        Assert.Equal(("The admins", "Those who may"), (center.DescribeGroup(id).DisplayName, center.DescribeGroup(id).Description));
        center.UpdateGroup(id, ("DisplayName", "\"THE ADMINS\""), ("description", null));

        Assert.Equal(("THE ADMINS", null), (center.DescribeGroup(id).DisplayName, center.DescribeGroup(id).Description));
        Assert.Single(center.Account.Account.IdentityGroups);
        Assert.Single(center.Account.Account.IdentityMemberships);
    }

    [Theory]
    [InlineData("displayName", null)]
    [InlineData("displayName", "\"\"")]
    [InlineData("displayName", "42")]
    [InlineData("displayName", "\"Administrator\"")]
    [InlineData("description", "[]")]
    [InlineData("description", "\"\"")]
    [InlineData("description.text", "\"x\"")]
    [InlineData("userName", "\"x\"")]
    [InlineData("members", "[]")]
    [InlineData("groupId", "\"x\"")]
    [InlineData("externalIds", "[]")]
    [InlineData("aws:identitystore:enterprise", "{}")]
    public void A_path_or_a_value_that_is_not_good_changes_nothing(string path, string? value)
    {
        var id = center.CreateGroup();

        center.Refuses<ValidationException>(() => center.UpdateGroup(id, ("description", "\"first\""), (path, value)));
    }

    [Theory]
    [InlineData("displayName", "\"DEVS\"")]
    [InlineData("externalIds", """[{"issuer":"okta","id":"1"}]""")]
    public void What_another_has_is_refused(string path, string value)
    {
        var (id, devs) = (center.CreateGroup(), center.CreateGroup("devs"));
        center.UpdateGroup(devs, ("externalIds", """[{"issuer":"okta","id":"1"}]"""));

        center.Refuses<ConflictException>(() => center.UpdateGroup(id, (path, value)));
    }

    [Fact]
    public void It_is_asked_on_the_store_and_the_group()
    {
        center.Misses(ResourceType.GROUP, () => center.UpdateGroup(StoreGivens.Nobody, ("description", null)));
        Assert.Equal(
            ["arn:aws:identitystore::111122223333:identitystore/d-0123456789", $"arn:aws:identitystore:::group/{StoreGivens.Nobody}"],
            center.Asked<UpdateGroup, UpdateGroupRequest>(new() { IdentityStoreId = CenterFixture.StoreId, GroupId = StoreGivens.Nobody, Operations = [] }));
    }
}
