using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Tagging;

namespace Gatehouse.IdentityCenter.Tests.Tagging;

public sealed class TagResourceTests
{
    private readonly SetFixture center = new();

    [Theory]
    [InlineData(SetFixture.InstanceArn)]
    [InlineData(SetFixture.SetArn)]
    public void Adds_tags_and_replaces_values(string arn)
    {
        Tag(arn, ("a", "1"), ("b", "2"));
        Tag(arn, ("a", "3"));

        var tags = arn == SetFixture.InstanceArn ? center.Instance.Tags : center.Set.Tags;
        Assert.Equal([new Tag("b", "2"), new Tag("a", "3")], tags);
    }

    [Fact]
    public void Refuses_keys_that_stand_twice_are_AWS_s_or_are_too_many()
    {
        Assert.Throws<ValidationException>(() => Tag(SetFixture.SetArn, ("a", "1"), ("a", "2")));
        Assert.Throws<ValidationException>(() => Tag(SetFixture.SetArn, ("AWS:a", "1")));
        Assert.Throws<ServiceQuotaExceededException>(() => Tag(SetFixture.SetArn, [.. Enumerable.Range(0, 51).Select(number => ($"k{number}", ""))]));
        Tag(SetFixture.SetArn, [.. Enumerable.Range(0, 50).Select(number => ($"k{number}", ""))]);
    }

    [Fact]
    public void Refuses_what_is_not_there()
    {
        Assert.Throws<ResourceNotFoundException>(() => Tag("arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0000000000000000", ("a", "1")));
        Assert.Throws<ResourceNotFoundException>(() => center.Write<TagResource, TagResourceRequest, TagResourceResponse>(
            new() { InstanceArn = "arn:aws:sso:::instance/ssoins-ffffffffffffffff", ResourceArn = SetFixture.SetArn, Tags = [] }));
    }

    [Fact]
    public void Policies_can_test_the_tags_it_has_and_those_it_gets()
    {
        Tag(SetFixture.SetArn, ("team", "red"));
        TagResourceRequest Asked(string key) => new() { ResourceArn = SetFixture.SetArn, Tags = [new() { Key = key, Value = "x" }] };
        var policy = SetFixture.Policy("sso:TagResource", SetFixture.SetArn, condition: """{"StringEquals":{"aws:ResourceTag/team":"red"},"ForAllValues:StringEquals":{"aws:TagKeys":"ok"}}""");

        Assert.True(center.May<TagResource, TagResourceRequest>("sso:TagResource", Asked("ok"), policy));
        Assert.False(center.May<TagResource, TagResourceRequest>("sso:TagResource", Asked("other"), policy));
    }

    private void Tag(string arn, params (string Key, string Value)[] tags) => center.Write<TagResource, TagResourceRequest, TagResourceResponse>(
        new() { ResourceArn = arn, InstanceArn = SetFixture.InstanceArn, Tags = [.. tags.Select(tag => new Contracts.SsoAdmin.Shapes.Tag { Key = tag.Key, Value = tag.Value })] });
}
