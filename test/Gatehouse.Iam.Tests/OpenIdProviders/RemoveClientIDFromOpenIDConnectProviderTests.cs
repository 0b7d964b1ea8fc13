using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OpenIdProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.OpenIdProviders;

public sealed class RemoveClientIDFromOpenIDConnectProviderTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Removes_an_audience_and_does_not_mind_one_that_is_not_there()
    {
        var arn = account.AddOpenId(clients: ["a", "b"]);

        Call(new() { OpenIDConnectProviderArn = arn, ClientID = "a" });
        Call(new() { OpenIDConnectProviderArn = arn, ClientID = "A" });

        Assert.Equal(["b"], account.OpenId().ClientIds);
    }

    private RemoveClientIDFromOpenIDConnectProviderResponse Call(RemoveClientIDFromOpenIDConnectProviderRequest request) => account.Write<RemoveClientIDFromOpenIDConnectProvider, RemoveClientIDFromOpenIDConnectProviderRequest, RemoveClientIDFromOpenIDConnectProviderResponse>(request);
}
