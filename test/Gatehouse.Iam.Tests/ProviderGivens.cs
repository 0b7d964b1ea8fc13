using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OpenIdProviders;
using Gatehouse.Iam.SamlProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests;

/// <summary>Identity providers to test with.</summary>
internal static class ProviderGivens
{
    /// <summary>The certificate of an identity provider, as base64.</summary>
    internal static string Certificate { get; } = MakeCertificate();

    /// <summary>Makes an OpenID Connect provider.</summary>
    /// <returns>Its ARN.</returns>
    internal static string AddOpenId(this AccountFixture account, string url = "https://login.example.com/tenant", params string[] clients) =>
        account.Reach<CreateOpenIDConnectProvider, CreateOpenIDConnectProviderRequest, CreateOpenIDConnectProviderResponse>(
            new() { Url = url, ClientIDList = clients }).OpenIDConnectProviderArn!;

    /// <summary>Makes a SAML provider.</summary>
    /// <returns>Its ARN.</returns>
    internal static string AddSaml(this AccountFixture account, string name = "corp") =>
        account.Write<CreateSAMLProvider, CreateSAMLProviderRequest, CreateSAMLProviderResponse>(
            new() { Name = name, SAMLMetadataDocument = Metadata() }).SAMLProviderArn!;

    /// <summary>The account's only OpenID Connect provider.</summary>
    internal static OpenIdProvider OpenId(this AccountFixture account) => account.Reload().OpenIdProviders[0];

    /// <summary>The account's only SAML provider.</summary>
    internal static SamlProvider Saml(this AccountFixture account) => account.Reload().SamlProviders[0];

    /// <summary>A metadata document.</summary>
    internal static string Metadata(string entityId = "https://idp.example.com/saml", string attributes = "", string? keys = null) => $"""
        <?xml version="1.0"?>
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{entityId}" {attributes}>
          <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            {keys ?? Key(Certificate)}
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
          </md:IDPSSODescriptor>
        </md:EntityDescriptor>
        """;

    /// <summary>A key of a metadata document.</summary>
    internal static string Key(string certificate, string use = "signing") => $"""
        <md:KeyDescriptor use="{use}"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>{certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
        """;

    /// <summary>A certificate of a new RSA key, as base64.</summary>
    internal static string MakeCertificate(int bits = 2048)
    {
        using var rsa = RSA.Create(bits);
        using var made = new CertificateRequest("CN=idp", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return Convert.ToBase64String(made.RawData);
    }
}
