using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SamlProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SamlProviders;

public sealed class DeleteSAMLProviderTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Forgets_a_provider()
    {
        var arn = account.AddSaml();

        Call(new() { SAMLProviderArn = arn });

        Assert.Empty(account.Reload().SamlProviders);
        account.RefusesMissing($"Manifest not found for arn {arn}", () => Call(new() { SAMLProviderArn = arn }));
    }

    private DeleteSAMLProviderResponse Call(DeleteSAMLProviderRequest request) => account.Write<DeleteSAMLProvider, DeleteSAMLProviderRequest, DeleteSAMLProviderResponse>(request);
}
