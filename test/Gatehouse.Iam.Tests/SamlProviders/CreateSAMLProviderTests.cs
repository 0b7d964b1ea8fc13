using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SamlProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SamlProviders;

public sealed class CreateSAMLProviderTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Keeps_the_metadata_as_given()
    {
        var made = Call(new() { Name = "Corp", SAMLMetadataDocument = ProviderGivens.Metadata(), Tags = [new() { Key = "k", Value = "v" }] });

        Assert.Equal("arn:aws:iam::111122223333:saml-provider/Corp", made.SAMLProviderArn);
        Assert.Equal("k", Assert.Single(made.Tags!).Key);
        Assert.Equal(ProviderGivens.Metadata(), account.Saml().Metadata);
        Assert.Equal(account.Clock.GetUtcNow().AddYears(100), account.Saml().ValidUntil);
        Assert.Matches("^SAMLSP[A-Z0-9]{16,58}$", account.Saml().Id);
    }

    [Fact]
    public void Takes_the_end_that_the_metadata_tells()
    {
        Call(new() { Name = "corp", SAMLMetadataDocument = ProviderGivens.Metadata(attributes: "validUntil=\"2030-05-06T07:08:09Z\"") });

        Assert.Equal(new(2030, 5, 6, 7, 8, 9, TimeSpan.Zero), account.Saml().ValidUntil);
    }

    public static TheoryData<string, string> Unusable => new()
    {
        { "no XML", new('x', 1000) },
        { "not closed", ProviderGivens.Metadata()[..^10] },
        { "a document type", ProviderGivens.Metadata().Replace("<md:EntityDescriptor", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><md:EntityDescriptor", StringComparison.Ordinal) },
        { "another element", ProviderGivens.Metadata().Replace("EntityDescriptor", "EntitiesDescriptor", StringComparison.Ordinal) },
        { "another namespace", ProviderGivens.Metadata().Replace("SAML:2.0:metadata", "SAML:1.1:metadata", StringComparison.Ordinal) },
        { "no entity id", ProviderGivens.Metadata(entityId: "") },
        { "a service provider", ProviderGivens.Metadata().Replace("IDPSSODescriptor", "SPSSODescriptor", StringComparison.Ordinal) },
        { "another protocol", ProviderGivens.Metadata().Replace("SAML:2.0:protocol", "SAML:1.1:protocol", StringComparison.Ordinal) },
        { "no key", ProviderGivens.Metadata(keys: "") },
        { "no key that signs", ProviderGivens.Metadata(keys: ProviderGivens.Key(ProviderGivens.Certificate, "encryption")) },
        { "no certificate", ProviderGivens.Metadata(keys: ProviderGivens.Key("AAAA")) },
        { "no base64", ProviderGivens.Metadata(keys: ProviderGivens.Key("*")) },
        { "eleven keys", ProviderGivens.Metadata(keys: string.Concat(Enumerable.Repeat(ProviderGivens.Key(ProviderGivens.Certificate), 11))) },
        { "a short key", ProviderGivens.Metadata(keys: ProviderGivens.Key(ProviderGivens.MakeCertificate(512))) },
        { "no time", ProviderGivens.Metadata(attributes: "validUntil=\"soon\"") },
        { "a byte order mark", "\uFEFF" + ProviderGivens.Metadata() },
        { "too deep", ProviderGivens.Metadata(keys: string.Concat(Enumerable.Repeat("<a>", 70)) + string.Concat(Enumerable.Repeat("</a>", 70))) },
        { "too many nodes", ProviderGivens.Metadata(keys: ProviderGivens.Key(ProviderGivens.Certificate) + string.Concat(Enumerable.Repeat("<a/>", 100_001))) },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Refuses_metadata_that_cannot_be_used(string why, string metadata)
    {
        // [AU-500, AU-501]
        Assert.NotEmpty(why);
        account.Refuses<InvalidInputException>(400, "InvalidInput", "Unable to parse metadata", () => Call(new() { Name = "corp", SAMLMetadataDocument = metadata }));
    }

    [Fact]
    public void Takes_ten_keys()
    {
        Call(new() { Name = "corp", SAMLMetadataDocument = ProviderGivens.Metadata(keys: string.Concat(Enumerable.Repeat(ProviderGivens.Key(ProviderGivens.Certificate), 10))) });

        Assert.NotEmpty(account.Saml().Id);
    }

    [Fact]
    public void Refuses_a_name_that_is_taken()
    {
        account.AddSaml();

        account.RefusesTaken("Provider with name corp already exists.", () => Call(new() { Name = "corp", SAMLMetadataDocument = ProviderGivens.Metadata() }));
    }

    [Fact]
    public void Seals_the_private_key()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);

        Call(new() { Name = "corp", SAMLMetadataDocument = ProviderGivens.Metadata(), AssertionEncryptionMode = "Required", AddPrivateKey = rsa.ExportPkcs8PrivateKeyPem() });

        // [AU-213]
        var key = Assert.Single(account.Saml().PrivateKeys);
        Assert.True(account.Saml().RequiresEncryption);
        Assert.Matches("^[A-Z0-9]{22,64}$", key.Id);
        Assert.True(account.Installation.Secrets.TryOpen(key.Sealed, Accounts.Secrets.SecretKind.SamlPrivateKey, AccountFixture.Id, key.Id, 1, out var opened));
        using (opened)
        {
            Assert.Equal(rsa.ExportPkcs8PrivateKey(), opened.Bytes.ToArray());
        }
    }

    [Theory]
    [InlineData("no key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public void Refuses_what_is_no_private_key(string pem) =>
        account.Refuses<InvalidInputException>(400, "InvalidInput", "Unable to parse private key",
            () => Call(new() { Name = "corp", SAMLMetadataDocument = ProviderGivens.Metadata(), AddPrivateKey = pem }));

    private CreateSAMLProviderResponse Call(CreateSAMLProviderRequest request) => account.Write<CreateSAMLProvider, CreateSAMLProviderRequest, CreateSAMLProviderResponse>(request);
}
