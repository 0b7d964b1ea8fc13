using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class ListRoleTagsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_tags_in_the_order_of_their_keys_in_pages()
    {
        account.Put(account.AddRole("App") with { Tags = [new("b", "2"), new("c", "3"), new("a", "1")] });

        var first = Call(new() { RoleName = "App", MaxItems = 2 });
        var second = Call(new() { RoleName = "App", Marker = first.Marker });

        Assert.Equal(["a=1", "b=2", "c=3"], first.Tags.Concat(second.Tags).Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.Equal((true, false), (first.IsTruncated, second.IsTruncated));
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none" }));

    private ListRoleTagsResponse Call(ListRoleTagsRequest request) => account.Read<ListRoleTags, ListRoleTagsRequest, ListRoleTagsResponse>(request);
}
