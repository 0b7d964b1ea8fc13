using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Accounts.Certificates;

namespace Gatehouse.RolesAnywhere.Certificates;

/// <summary>What a certificate by itself must be like to be taken [AU-861]. Null is the good answer.</summary>
internal static class CertificateRules
{
    private const int LeastRsaBits = 2048;

    // A sequence of nothing: its tag and its length.
    private const int EmptyName = 2;

    /// <summary>What keeps a certificate from being an authority's.</summary>
    internal static string? FaultOfAuthority(X509Certificate2 certificate)
    {
        var constraints = certificate.Extensions.OfType<X509BasicConstraintsExtension>().ToList();
        return constraints is not [{ CertificateAuthority: true }] ? "Incorrect basic constraints for CA certificate"
            : !MayUse(certificate, X509KeyUsageFlags.KeyCertSign) ? "Incorrect key usage for CA certificate"
            : FaultOfAny(certificate);
    }

    /// <summary>What keeps a certificate from being a client's.</summary>
    internal static string? FaultOfClient(X509Certificate2 certificate)
    {
        var constraints = certificate.Extensions.OfType<X509BasicConstraintsExtension>().ToList();
        return constraints.Exists(one => one.CertificateAuthority) || constraints.Count > 1 ? "The certificate is a CA certificate"
            : !MayUse(certificate, X509KeyUsageFlags.DigitalSignature) ? "The key usage of the certificate does not include digitalSignature"

            // AWS: its subject is what a certificate is known by.
            : certificate.SubjectName.RawData.Length <= EmptyName ? "The subject of the certificate is empty"
            : FaultOfAny(certificate);
    }

    /// <summary>Whether a moment lies in the time of a certificate, both ends inside.</summary>
    internal static bool IsValidAt(X509Certificate2 certificate, DateTimeOffset now) => now >= certificate.Begins() && now <= certificate.Ends();

    private static string? FaultOfAny(X509Certificate2 certificate) =>
        certificate.Version != 3 ? "The certificate is not an X.509 version 3 certificate"
        : Issuance.HashOf(certificate.RawDataMemory) is not { } hash || hash == HashAlgorithmName.SHA1 ? "The signature algorithm of the certificate is not SHA-256 or stronger"
        : !IsStrong(certificate) ? "The key of the certificate is not RSA of at least 2048 bits or ECDSA on P-256 or P-384"
        : null;

    private static bool IsStrong(X509Certificate2 certificate)
    {
        try
        {
            using var rsa = certificate.GetRSAPublicKey();
            using var ec = certificate.GetECDsaPublicKey();
            return rsa is not null ? rsa.KeySize >= LeastRsaBits
                : ec?.ExportParameters(includePrivateParameters: false).Curve.Oid.Value is "1.2.840.10045.3.1.7" or "1.3.132.0.34";
        }
        catch (Exception unknown) when (unknown is CryptographicException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static bool MayUse(X509Certificate2 certificate, X509KeyUsageFlags use) =>
        certificate.Extensions.OfType<X509KeyUsageExtension>().All(extension => extension.KeyUsages.HasFlag(use));
}
