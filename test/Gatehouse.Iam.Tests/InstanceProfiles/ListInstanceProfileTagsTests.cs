using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.InstanceProfiles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.InstanceProfiles;

public sealed class ListInstanceProfileTagsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_tags_in_pages()
    {
        var web = account.AddProfile("Web");
        account.Change(draft => draft.Put(web with { Tags = [new("b", "2"), new("a", "1")] }));

        var first = Call(new() { InstanceProfileName = "web", MaxItems = 1 });
        var second = Call(new() { InstanceProfileName = "web", Marker = first.Marker });

        Assert.Equal(["a", "b"], first.Tags.Concat(second.Tags).Select(tag => tag.Key));
    }

    [Fact]
    public void Knows_no_profile_that_is_not_there() =>
        account.RefusesMissing("Instance Profile none cannot be found.", () => Call(new() { InstanceProfileName = "none" }));

    private ListInstanceProfileTagsResponse Call(ListInstanceProfileTagsRequest request) =>
        account.Read<ListInstanceProfileTags, ListInstanceProfileTagsRequest, ListInstanceProfileTagsResponse>(request);
}
