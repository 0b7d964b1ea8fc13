using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gatehouse.Workloads;

/// <summary>What an instance can show to others to prove what it is: the document and its signatures, by the names under which they are asked for [AU-810].</summary>
/// <param name="Text">The document.</param>
/// <param name="Signature">The base64 of its RSA signature with SHA-256; null where there is no key to sign with.</param>
/// <param name="Message">The base64 of a CMS message that holds it and is signed with RSA and SHA-256, 64 characters a line; null likewise.</param>
internal sealed record IdentityDocument(string Text, string? Signature, string? Message)
{
    private const int LineLength = 64;

    /// <summary>Signs a document.</summary>
    internal static IdentityDocument Sign(string text, X509Certificate2? certificate)
    {
        if (certificate is null)
        {
            return new(text, null, null);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        using var key = certificate.GetRSAPrivateKey()!;
        var signature = key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        // Whoever verifies brings the certificate: one that came along would only prove that somebody signed.
        var message = new SignedCms(new ContentInfo(bytes));
        message.ComputeSignature(new(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new(new Oid("2.16.840.1.101.3.4.2.1")),
            IncludeOption = X509IncludeOption.None,
        });
        return new(text, Convert.ToBase64String(signature), string.Join('\n', Convert.ToBase64String(message.Encode()).Chunk(LineLength).Select(static line => new string(line))));
    }
}
