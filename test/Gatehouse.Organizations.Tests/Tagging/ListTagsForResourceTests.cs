using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Tagging;

namespace Gatehouse.Organizations.Tests.Tagging;

public sealed class ListTagsForResourceTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Lists_the_tags_an_account_was_made_with()
    {
        var account = org.Make(tags: [new() { Key = "Team", Value = "red" }, new() { Key = "Cost", Value = "7" }]);

        Assert.Equal([("Cost", "7"), ("Team", "red")], TagsOf(org, account));
    }

    [Fact]
    public void Refuses_what_is_not_there() => Assert.Throws<TargetNotFoundException>(() => TagsOf(org, "ou-abcd-12345678").ToList());

    [Fact]
    public void Refuses_a_token_that_is_not_ours() => Assert.Throws<InvalidInputException>(() =>
        org.Read<ListTagsForResource, ListTagsForResourceRequest, ListTagsForResourceResponse>(new() { ResourceId = org.RootId, NextToken = "not a token" }));

    internal static IEnumerable<(string, string)> TagsOf(OrganizationFixture org, string id) =>
        org.Read<ListTagsForResource, ListTagsForResourceRequest, ListTagsForResourceResponse>(new() { ResourceId = id }).Tags!.Select(tag => (tag.Key, tag.Value));
}
