using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.Signatures;

/// <summary>The public key of a certificate that came with a request (AU-860). Whether the certificate is to be trusted is another question.</summary>
public sealed class CertificateKey : VerificationKey
{
    // The longest that RSA keys are made with; a longer one would only cost time.
    private const int MostBits = 8192;

    private readonly RSAParameters? rsa;
    private readonly ECParameters? curve;

    private CertificateKey(RSAParameters? rsa, ECParameters? curve, string serialNumber)
    {
        this.rsa = rsa;
        this.curve = curve;
        SerialNumber = serialNumber;
    }

    /// <inheritdoc/>
    public override SignatureAlgorithm Algorithm => rsa is null ? SignatureAlgorithm.X509EcdsaSha256 : SignatureAlgorithm.X509RsaSha256;

    /// <summary>The certificate's serial number in decimal: what stands in a credential in the place of an access key id.</summary>
    public string SerialNumber { get; }

    /// <summary>Takes the key out of a certificate.</summary>
    /// <param name="der">The certificate in DER.</param>
    /// <param name="key">The key.</param>
    /// <returns>False when it is no certificate, or its key is neither RSA nor of a named elliptic curve.</returns>
    public static bool TryRead(ReadOnlySpan<byte> der, [NotNullWhen(true)] out CertificateKey? key)
    {
        key = null;
        try
        {
            // The loader would read text as well; the header holds bytes (AU-860).
            if (der.Length == 0 || der[0] != 0x30)
            {
                return false;
            }

            using var certificate = X509CertificateLoader.LoadCertificate(der);
            using var rsa = certificate.GetRSAPublicKey();
            using var ec = certificate.GetECDsaPublicKey();
            var serial = SerialOf(certificate);
            if (rsa is not null)
            {
                key = rsa.KeySize <= MostBits ? new(rsa.ExportParameters(includePrivateParameters: false), null, serial) : null;
            }
            else if (ec is not null && ec.ExportParameters(includePrivateParameters: false) is { Curve.IsNamed: true } point)
            {
                key = new(null, point, serial);
            }
        }
        catch (Exception unknown) when (unknown is CryptographicException or PlatformNotSupportedException)
        {
            // No certificate, or a key that the platform does not know: a curve that it has not is another kind of exception.
        }

        return key is not null;
    }

    internal static string SerialOf(X509Certificate2 certificate) =>
        new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true).ToString(CultureInfo.InvariantCulture);

    internal override bool Fits(ReadOnlySpan<byte> stringToSign, ReadOnlySpan<char> given)
    {
        if (given.Length > MostBits / 4 || given.Length % 2 != 0)
        {
            return false;
        }

        Span<byte> room = stackalloc byte[MostBits / 8];
        var signature = room[..(given.Length / 2)];
        if (!Hex.TryReadLower(given, signature))
        {
            return false;
        }

        // The platform's key objects promise nothing about threads, so each verification makes its own.
        if (rsa is { } modulus)
        {
            using var key = RSA.Create(modulus);
            return key.VerifyData(stringToSign, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var point = ECDsa.Create(curve!.Value);
        return point.VerifyData(stringToSign, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
