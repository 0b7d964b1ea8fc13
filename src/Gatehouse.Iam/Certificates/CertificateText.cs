using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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
        var all = TryReadAll(text, 1);
        return all is [var only] ? only : throw new MalformedCertificateException("Unable to parse certificate. Please ensure the certificate is in PEM format.");
    }

    /// <summary>The certificates of a text, in their order; null when anything else is in it, or too many. The caller disposes them.</summary>
    internal static IReadOnlyList<X509Certificate2>? TryReadChain(string text) => TryReadAll(text, MostInChain);

    /// <summary>The first moment at which a certificate is valid.</summary>
    internal static DateTimeOffset Begins(this X509Certificate2 certificate) => new(certificate.NotBefore.ToUniversalTime());

    /// <summary>The moment at which a certificate ceases to be valid.</summary>
    internal static DateTimeOffset Ends(this X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime());

    private static List<X509Certificate2>? TryReadAll(string text, int most)
    {
        var read = new List<X509Certificate2>();
        var rest = text.AsSpan();
        while (!rest.IsWhiteSpace())
        {
            if (read.Count == most || !PemEncoding.TryFind(rest, out var found) || !rest[found.Label].SequenceEqual("CERTIFICATE")
                || !rest[..found.Location.Start].IsWhiteSpace() || !TryLoad(Convert.FromBase64String(rest[found.Base64Data].ToString()), read))
            {
                read.ForEach(certificate => certificate.Dispose());
                return null;
            }

            rest = rest[found.Location.End..];
        }

        return read.Count > 0 ? read : null;
    }

    private static bool TryLoad(byte[] der, List<X509Certificate2> read)
    {
        try
        {
            read.Add(X509CertificateLoader.LoadCertificate(der));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
