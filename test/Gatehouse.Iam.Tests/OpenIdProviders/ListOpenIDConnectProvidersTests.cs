using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OpenIdProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.OpenIdProviders;

public sealed class ListOpenIDConnectProvidersTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_them_all_in_order()
    {
        account.AddOpenId("https://b.example.com");
        account.AddOpenId("https://a.example.com");

        Assert.Equal(
            ["arn:aws:iam::111122223333:oidc-provider/a.example.com", "arn:aws:iam::111122223333:oidc-provider/b.example.com"],
            Call(new()).OpenIDConnectProviderList!.Select(entry => entry.Arn));
    }

    private ListOpenIDConnectProvidersResponse Call(ListOpenIDConnectProvidersRequest request) => account.Read<ListOpenIDConnectProviders, ListOpenIDConnectProvidersRequest, ListOpenIDConnectProvidersResponse>(request);
}
