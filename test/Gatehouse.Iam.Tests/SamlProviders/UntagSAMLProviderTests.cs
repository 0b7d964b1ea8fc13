using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SamlProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SamlProviders;

public sealed class UntagSAMLProviderTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_tags_off()
    {
        var arn = account.AddSaml();
        account.Put(account.Saml() with { Tags = [new("a", "1"), new("b", "2")] });

        Call(new() { SAMLProviderArn = arn, TagKeys = ["a", "none"] });

        Assert.Equal(["b"], account.Saml().Tags.Select(tag => tag.Key));
    }

    private UntagSAMLProviderResponse Call(UntagSAMLProviderRequest request) => account.Write<UntagSAMLProvider, UntagSAMLProviderRequest, UntagSAMLProviderResponse>(request);
}
