using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OpenIdProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.OpenIdProviders;

public sealed class TagOpenIDConnectProviderTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Sets_tags_telling_keys_apart_by_case()
    {
        // PL-117
        var arn = account.AddOpenId();

        Call(new() { OpenIDConnectProviderArn = arn, Tags = [new() { Key = "a", Value = "1" }, new() { Key = "A", Value = "2" }] });
        Call(new() { OpenIDConnectProviderArn = arn, Tags = [new() { Key = "a", Value = "3" }] });

        Assert.Equal(["A=2", "a=3"], account.OpenId().Tags.Select(tag => $"{tag.Key}={tag.Value}"));
    }

    [Fact]
    public void Lets_policies_see_the_new_tags() => Assert.Equal(
        "1", account.Needs<TagOpenIDConnectProvider, TagOpenIDConnectProviderRequest>("iam:TagOpenIDConnectProvider", new() { OpenIDConnectProviderArn = account.AddOpenId(), Tags = [new() { Key = "a", Value = "1" }] }).Value("aws:RequestTag/a"));

    private TagOpenIDConnectProviderResponse Call(TagOpenIDConnectProviderRequest request) => account.Write<TagOpenIDConnectProvider, TagOpenIDConnectProviderRequest, TagOpenIDConnectProviderResponse>(request);
}
