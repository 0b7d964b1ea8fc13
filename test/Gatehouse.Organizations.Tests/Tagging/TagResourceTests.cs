using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Organizations.Tagging;

namespace Gatehouse.Organizations.Tests.Tagging;

public sealed class TagResourceTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Tags_whatever_an_organization_holds()
    {
        foreach (var id in new[] { org.RootId, org.Unit("prod"), OrganizationFixture.Management, org.Policy() })
        {
            Put(id, ("Team", "red"), ("Cost", "7"));
            Put(id, ("Team", "blue"), ("team", "x"));

            Assert.Equal([("Cost", "7"), ("Team", "blue"), ("team", "x")], ListTagsForResourceTests.TagsOf(org, id));
        }
    }

    [Theory]
    [InlineData("r-none")]
    [InlineData("999988887777")]
    [InlineData("p-12345678")]
    [InlineData("p-FullAWSAccess")]
    public void Refuses_what_is_not_there_or_AWS_s_own(string id) => Assert.Throws<TargetNotFoundException>(() => Put(id, ("a", "b")));

    [Fact]
    public void Refuses_keys_that_stand_twice_or_are_reserved()
    {
        Assert.Equal("DUPLICATE_TAG_KEY", Assert.Throws<InvalidInputException>(() => Put(org.RootId, ("a", "b"), ("a", "c"))).Reason);
        Assert.Equal("INVALID_SYSTEM_TAGS_PARAMETER", Assert.Throws<InvalidInputException>(() => Put(org.RootId, ("aws:a", "b"))).Reason);
    }

    [Fact]
    public void Refuses_more_than_fifty()
    {
        Put(org.RootId, Enumerable.Range(0, 50).Select(number => ($"{number}", "")).ToArray());

        Assert.Equal("MAX_TAG_LIMIT_EXCEEDED", Assert.Throws<ConstraintViolationException>(() => Put(org.RootId, ("more", ""))).Reason);
    }

    [Fact]
    public void Is_checked_on_the_thing_with_the_tags_it_has_and_gets()
    {
        Put(org.RootId, ("Team", "red"));

        var needs = org.Needs<TagResource, TagResourceRequest>("TagResource", new() { ResourceId = org.RootId, Tags = [new() { Key = "Cost", Value = "7" }] });

        Assert.Equal([org.ArnOf("root", org.RootId)], needs.Checks.Select(check => check.Resource.Text));
        Assert.Equal(["aws:ResourceTag/Team", "aws:RequestTag/Cost", "aws:TagKeys"], needs.Keys.Select(key => key.Key));
    }

    private void Put(string id, params (string Key, string Value)[] tags) => org.Write<TagResource, TagResourceRequest, TagResourceResponse>(
        new() { ResourceId = id, Tags = tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value }).ToList() });
}
