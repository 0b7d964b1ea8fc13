using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Tagging;

namespace Gatehouse.IdentityCenter.Tests.Tagging;

public sealed class ListTagsForResourceTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Lists_them_in_the_order_of_their_keys()
    {
        center.Account.Change(draft => draft.Put(center.Instance with { Tags = [new Tag("b", "2"), new Tag("a", "1")] }));

        var tags = center.Read<ListTagsForResource, ListTagsForResourceRequest, ListTagsForResourceResponse>(new() { ResourceArn = SetFixture.InstanceArn }).Tags!;

        Assert.Equal([("a", "1"), ("b", "2")], tags.Select(tag => (tag.Key, tag.Value)));
    }
}
