using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SamlProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SamlProviders;

public sealed class UpdateSAMLProviderTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Changes_what_is_given_and_leaves_the_rest()
    {
        var arn = account.AddSaml();
        var other = ProviderGivens.Metadata(entityId: "https://other.example.com");

        Assert.Equal(arn, Call(new() { SAMLProviderArn = arn, SAMLMetadataDocument = other }).SAMLProviderArn);
        Call(new() { SAMLProviderArn = arn, AssertionEncryptionMode = "Required" });

        Assert.Equal((other, true), (account.Saml().Metadata, account.Saml().RequiresEncryption));
    }

    [Fact]
    public void Rotates_private_keys_of_which_two_are_held()
    {
        // [AU-500]
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        var (arn, pem) = (account.AddSaml(), rsa.ExportPkcs8PrivateKeyPem());
        Call(new() { SAMLProviderArn = arn, AddPrivateKey = pem });
        Call(new() { SAMLProviderArn = arn, AddPrivateKey = pem });
        var (first, second) = (account.Saml().PrivateKeys[0].Id, account.Saml().PrivateKeys[1].Id);

        account.RefusesMore("Cannot exceed quota for PrivateKeysPerSAMLProvider: 2", () => Call(new() { SAMLProviderArn = arn, AddPrivateKey = pem }));
        Call(new() { SAMLProviderArn = arn, AddPrivateKey = pem, RemovePrivateKey = first });

        Assert.Equal(second, account.Saml().PrivateKeys[0].Id);
        Assert.Equal(2, account.Saml().PrivateKeys.Length);
        account.RefusesMissing($"Private key with id {first} cannot be found.", () => Call(new() { SAMLProviderArn = arn, RemovePrivateKey = first }));
    }

    [Fact]
    public void Refuses_metadata_that_cannot_be_used()
    {
        var arn = account.AddSaml();

        account.Refuses<InvalidInputException>(400, "InvalidInput", "Unable to parse metadata", () => Call(new() { SAMLProviderArn = arn, SAMLMetadataDocument = "<a/>" }));
    }

    private UpdateSAMLProviderResponse Call(UpdateSAMLProviderRequest request) => account.Write<UpdateSAMLProvider, UpdateSAMLProviderRequest, UpdateSAMLProviderResponse>(request);
}
