using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Gatehouse.Conformance;

/// <summary>The certificates that scripts upload.</summary>
internal static class Certificates
{
    /// <summary>Makes a certificate for a server with its key, a supply for signing, an authority with its revocation list, and a SAML provider's metadata.</summary>
    internal static JsonObject Make()
    {
        using var key = RSA.Create(2048);
        string Sign(string name)
        {
            var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(1));
            return made.ExportCertificatePem();
        }

        var now = TimeProvider.System.GetUtcNow();
        var root = new CertificateRequest("CN=Authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        root.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(root.PublicKey, critical: false));
        using var authority = root.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        var list = new CertificateRevocationListBuilder().Build(authority, 1, now.AddDays(1), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        var provider = string.Concat(Sign("idp.example.com").Split('\n')[1..^1]);
        return new()
        {
            ["certificate"] = Sign("server.example.com"),
            ["authority"] = authority.ExportCertificatePem(),
            ["crl"] = Convert.ToBase64String(list),
            ["privateKey"] = key.ExportRSAPrivateKeyPem(),
            ["signing"] = new JsonArray([.. Enumerable.Range(0, 20).Select(number => JsonValue.Create(Sign($"signing-{number}")))]),
            ["metadata"] =
                $"""
                <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/metadata"><IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>{provider}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.com/logout"/><NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat><SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/login"/></IDPSSODescriptor></EntityDescriptor>
                """,
        };
    }
}
