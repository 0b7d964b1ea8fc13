using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SamlProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SamlProviders;

public sealed class GetSAMLProviderTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_the_metadata()
    {
        var shown = Call(new() { SAMLProviderArn = account.AddSaml() });

        Assert.Equal(ProviderGivens.Metadata(), shown.SAMLMetadataDocument);
        Assert.Equal("Allowed", shown.AssertionEncryptionMode);
        Assert.StartsWith("SAMLSP", shown.SAMLProviderUUID, StringComparison.Ordinal);
        Assert.Empty(shown.PrivateKeyList!);
        Assert.Empty(shown.Tags!);
    }

    [Fact]
    public void Knows_no_provider_that_is_not_there() => account.RefusesMissing(
        "Manifest not found for arn arn:aws:iam::111122223333:saml-provider/none",
        () => Call(new() { SAMLProviderArn = "arn:aws:iam::111122223333:saml-provider/none" }));

    [Fact]
    public void Takes_no_other_ARN() => account.Refuses<InvalidInputException>(
        400, "InvalidInput", "ARN arn:aws:iam::111122223333:role/x is not valid.", () => Call(new() { SAMLProviderArn = "arn:aws:iam::111122223333:role/x" }));

    private GetSAMLProviderResponse Call(GetSAMLProviderRequest request) => account.Read<GetSAMLProvider, GetSAMLProviderRequest, GetSAMLProviderResponse>(request);
}
