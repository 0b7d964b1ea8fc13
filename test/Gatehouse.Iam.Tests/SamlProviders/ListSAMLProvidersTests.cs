using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SamlProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SamlProviders;

public sealed class ListSAMLProvidersTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_them_all_in_order()
    {
        account.AddSaml("b");
        account.AddSaml("a");

        var list = Call(new()).SAMLProviderList!;

        Assert.Equal(["arn:aws:iam::111122223333:saml-provider/a", "arn:aws:iam::111122223333:saml-provider/b"], list.Select(entry => entry.Arn));
        Assert.NotNull(list[0].ValidUntil);
    }

    private ListSAMLProvidersResponse Call(ListSAMLProvidersRequest request) => account.Read<ListSAMLProviders, ListSAMLProvidersRequest, ListSAMLProvidersResponse>(request);
}
