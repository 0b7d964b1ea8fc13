using System.Security.Cryptography.X509Certificates;
using Gatehouse.Accounts.Certificates;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.Certificates;

/// <summary>Reads X.509 certificates from PEM.</summary>
internal static class CertificateText
{
    private const int MostInChain = 100;

    /// <summary>The one certificate of a text. The caller disposes it.</summary>
    /// <exception cref="MalformedCertificateException">It is not exactly one certificate.</exception>
    internal static X509Certificate2 Read(string text)
    {
        var all = PemCertificates.TryRead(text, 1);
        return all is [var only] ? only : throw new MalformedCertificateException("Unable to parse certificate. Please ensure the certificate is in PEM format.");
    }

    /// <summary>The certificates of a text, in their order; null when anything else is in it, or too many. The caller disposes them.</summary>
    internal static IReadOnlyList<X509Certificate2>? TryReadChain(string text) => PemCertificates.TryRead(text, MostInChain);
}
