using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.Certificates;

/// <summary>Checks the private key that comes with a certificate: RSA or elliptic curve, as PEM, not encrypted.</summary>
internal static class PrivateKeyText
{
    /// <summary>Refuses a key that cannot be read, or is not the certificate's.</summary>
    /// <exception cref="MalformedCertificateException">It is not one private key in PEM, or it is encrypted.</exception>
    /// <exception cref="KeyPairMismatchException">It belongs to another certificate.</exception>
    internal static void Require(string text, X509Certificate2 certificate)
    {
        var key = Find(text);
        using var rsa = RSA.Create();
        using var ec = ECDsa.Create();
        var matches = TryImport(rsa, key) ? IsSame(rsa, certificate) : TryImport(ec, key) ? IsSame(ec, certificate) : throw Invalid();
        if (!matches)
        {
            throw new KeyPairMismatchException("The private key does not match the public key of the certificate.");
        }
    }

    // openssl ecparam writes the curve before the key, in a block of its own.
    private static ReadOnlySpan<char> Find(ReadOnlySpan<char> text)
    {
        if (PemEncoding.TryFind(text, out var first) && text[first.Label].SequenceEqual("EC PARAMETERS"))
        {
            text = text[first.Location.End..];
        }

        return PemEncoding.TryFind(text, out var found) && text[found.Label] is "RSA PRIVATE KEY" or "EC PRIVATE KEY" or "PRIVATE KEY"
            && text[..found.Location.Start].IsWhiteSpace() && text[found.Location.End..].IsWhiteSpace()
            ? text[found.Location]
            : throw Invalid();
    }

    private static bool TryImport(AsymmetricAlgorithm algorithm, ReadOnlySpan<char> key)
    {
        try
        {
            algorithm.ImportFromPem(key);
            return true;
        }
        catch (Exception other) when (other is CryptographicException or ArgumentException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static bool IsSame(RSA key, X509Certificate2 certificate)
    {
        using var other = certificate.GetRSAPublicKey();
        return other is not null && key.ExportParameters(false) is var left && other.ExportParameters(false) is var right
            && left.Modulus.AsSpan().SequenceEqual(right.Modulus) && left.Exponent.AsSpan().SequenceEqual(right.Exponent);
    }

    private static bool IsSame(ECDsa key, X509Certificate2 certificate)
    {
        using var other = certificate.GetECDsaPublicKey();
        return other is not null && key.ExportParameters(false).Q is var left && other.ExportParameters(false).Q is var right
            && left.X.AsSpan().SequenceEqual(right.X) && left.Y.AsSpan().SequenceEqual(right.Y);
    }

    private static MalformedCertificateException Invalid() => new("Invalid Private Key.");
}
