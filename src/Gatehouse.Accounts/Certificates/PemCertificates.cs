using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.Accounts.Certificates;

/// <summary>Reads X.509 certificates from PEM.</summary>
public static class PemCertificates
{
    /// <summary>The first moment at which a certificate is valid.</summary>
    public static DateTimeOffset Begins(this X509Certificate2 certificate) => new(certificate.NotBefore.ToUniversalTime());

    /// <summary>The moment at which a certificate ceases to be valid.</summary>
    public static DateTimeOffset Ends(this X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime());

    /// <summary>The certificates of a text, in their order; null when anything else is in it, or more than <paramref name="most"/>. The caller disposes them.</summary>
    /// <param name="text">One or more blocks, with nothing but white space between them.</param>
    /// <param name="most">The most certificates that are read.</param>
    public static IReadOnlyList<X509Certificate2>? TryRead(string text, int most)
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
