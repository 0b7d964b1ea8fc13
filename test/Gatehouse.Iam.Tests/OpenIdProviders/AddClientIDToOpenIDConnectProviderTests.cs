using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OpenIdProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.OpenIdProviders;

public sealed class AddClientIDToOpenIDConnectProviderTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Adds_an_audience_once()
    {
        var arn = account.AddOpenId(clients: "a");

        Call(new() { OpenIDConnectProviderArn = arn, ClientID = "b" });
        Call(new() { OpenIDConnectProviderArn = arn, ClientID = "b" });

        Assert.Equal(["a", "b"], account.OpenId().ClientIds);
    }

    [Fact]
    public void Stops_at_a_hundred()
    {
        var arn = account.AddOpenId(clients: [.. Enumerable.Range(0, 100).Select(number => $"{number}")]);

        account.RefusesMore("Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100", () => Call(new() { OpenIDConnectProviderArn = arn, ClientID = "b" }));
    }

    private AddClientIDToOpenIDConnectProviderResponse Call(AddClientIDToOpenIDConnectProviderRequest request) => account.Write<AddClientIDToOpenIDConnectProvider, AddClientIDToOpenIDConnectProviderRequest, AddClientIDToOpenIDConnectProviderResponse>(request);
}
