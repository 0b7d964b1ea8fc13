using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SamlProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SamlProviders;

public sealed class TagSAMLProviderTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Sets_tags_telling_keys_apart_by_case()
    {
        // PL-117
        var arn = account.AddSaml();

        Call(new() { SAMLProviderArn = arn, Tags = [new() { Key = "a", Value = "1" }, new() { Key = "A", Value = "2" }] });
        Call(new() { SAMLProviderArn = arn, Tags = [new() { Key = "a", Value = "3" }] });

        Assert.Equal(["A=2", "a=3"], account.Saml().Tags.Select(tag => $"{tag.Key}={tag.Value}"));
    }

    [Fact]
    public void Lets_policies_see_the_new_tags() => Assert.Equal(
        "1", account.Needs<TagSAMLProvider, TagSAMLProviderRequest>("iam:TagSAMLProvider", new() { SAMLProviderArn = account.AddSaml(), Tags = [new() { Key = "a", Value = "1" }] }).Value("aws:RequestTag/a"));

    private TagSAMLProviderResponse Call(TagSAMLProviderRequest request) => account.Write<TagSAMLProvider, TagSAMLProviderRequest, TagSAMLProviderResponse>(request);
}
