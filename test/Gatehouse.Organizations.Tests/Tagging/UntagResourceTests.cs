using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Tagging;

namespace Gatehouse.Organizations.Tests.Tagging;

public sealed class UntagResourceTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Takes_tags_off_and_passes_over_keys_that_are_not_there()
    {
        org.Write<TagResource, TagResourceRequest, TagResourceResponse>(
            new() { ResourceId = org.RootId, Tags = [new() { Key = "Team", Value = "red" }, new() { Key = "Cost", Value = "7" }] });

        org.Write<UntagResource, UntagResourceRequest, UntagResourceResponse>(new() { ResourceId = org.RootId, TagKeys = ["Team", "cost", "none"] });

        Assert.Equal([("Cost", "7")], ListTagsForResourceTests.TagsOf(org, org.RootId));
    }

    [Fact]
    public void Refuses_what_is_not_there() => Assert.Throws<TargetNotFoundException>(() =>
        org.Write<UntagResource, UntagResourceRequest, UntagResourceResponse>(new() { ResourceId = "r-none", TagKeys = ["Team"] }));
}
