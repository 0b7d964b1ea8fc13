using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OpenIdProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.OpenIdProviders;

public sealed class DeleteOpenIDConnectProviderTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Forgets_a_provider_and_does_not_mind_one_that_is_not_there()
    {
        var arn = account.AddOpenId();

        Call(new() { OpenIDConnectProviderArn = arn });
        Call(new() { OpenIDConnectProviderArn = arn });

        Assert.Empty(account.Reload().OpenIdProviders);
    }

    [Fact]
    public void Is_checked_on_the_provider_and_its_tags()
    {
        var arn = account.AddOpenId();
        account.Put(account.OpenId() with { Tags = [new("team", "red")] });

        var needs = account.Needs<DeleteOpenIDConnectProvider, DeleteOpenIDConnectProviderRequest>("iam:DeleteOpenIDConnectProvider", new() { OpenIDConnectProviderArn = arn });

        Assert.Equal([$"iam:DeleteOpenIDConnectProvider {arn}"], needs.Lines());
        Assert.Equal("red", needs.Value("aws:ResourceTag/team"));
    }

    private DeleteOpenIDConnectProviderResponse Call(DeleteOpenIDConnectProviderRequest request) => account.Write<DeleteOpenIDConnectProvider, DeleteOpenIDConnectProviderRequest, DeleteOpenIDConnectProviderResponse>(request);
}
