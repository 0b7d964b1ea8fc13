using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OpenIdProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.OpenIdProviders;

public sealed class UntagOpenIDConnectProviderTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_tags_off()
    {
        var arn = account.AddOpenId();
        account.Put(account.OpenId() with { Tags = [new("a", "1"), new("b", "2")] });

        Call(new() { OpenIDConnectProviderArn = arn, TagKeys = ["a", "none"] });

        Assert.Equal(["b"], account.OpenId().Tags.Select(tag => tag.Key));
    }

    private UntagOpenIDConnectProviderResponse Call(UntagOpenIDConnectProviderRequest request) => account.Write<UntagOpenIDConnectProvider, UntagOpenIDConnectProviderRequest, UntagOpenIDConnectProviderResponse>(request);
}
