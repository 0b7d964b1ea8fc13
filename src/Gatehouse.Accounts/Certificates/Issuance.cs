using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.Accounts.Certificates;

/// <summary>Whether one certificate was issued by another: the names meet, and the signature is right. Trust and dates are no matter of it.</summary>
public static class Issuance
{
    private const string Pss = "1.2.840.113549.1.1.10";

    /// <summary>Whether <paramref name="issuer"/> signed the certificate.</summary>
    public static bool IsBy(this X509Certificate2 certificate, X509Certificate2 issuer) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData) && IsSignedBy(certificate.RawDataMemory, issuer);

    /// <summary>Whether <paramref name="issuer"/> signed what X.509 signs: a certificate or a list of revoked ones, in DER.</summary>
    public static bool IsSignedBy(ReadOnlyMemory<byte> signed, X509Certificate2 issuer)
    {
        try
        {
            var whole = new AsnReader(signed, AsnEncodingRules.DER).ReadSequence();
            var said = whole.ReadEncodedValue();
            var algorithm = whole.ReadSequence();
            return IsSigned(issuer, algorithm, said.Span, whole.ReadBitString(out _));
        }
        catch (Exception malformed) when (malformed is AsnContentException or CryptographicException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    /// <summary>The hash that the signature of a certificate, or of a list of revoked ones, is made over; null when it is none that is known here.</summary>
    public static HashAlgorithmName? HashOf(ReadOnlyMemory<byte> signed)
    {
        try
        {
            var whole = new AsnReader(signed, AsnEncodingRules.DER).ReadSequence();
            _ = whole.ReadEncodedValue();
            var algorithm = whole.ReadSequence();
            var name = algorithm.ReadObjectIdentifier();
            return name == Pss ? PssHash(algorithm) : RsaHash(name) ?? EcHash(name);
        }
        catch (Exception malformed) when (malformed is AsnContentException or CryptographicException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    private static bool IsSigned(X509Certificate2 issuer, AsnReader algorithm, ReadOnlySpan<byte> said, byte[] signature)
    {
        var name = algorithm.ReadObjectIdentifier();
        using var rsa = issuer.GetRSAPublicKey();
        using var ec = issuer.GetECDsaPublicKey();
        return name switch
        {
            Pss when rsa is not null => rsa.VerifyData(said, signature, PssHash(algorithm), RSASignaturePadding.Pss),
            _ when rsa is not null && RsaHash(name) is { } hash => rsa.VerifyData(said, signature, hash, RSASignaturePadding.Pkcs1),
            _ when ec is not null && EcHash(name) is { } hash => ec.VerifyData(said, signature, hash, DSASignatureFormat.Rfc3279DerSequence),
            _ => false,
        };
    }

    private static HashAlgorithmName? RsaHash(string name) => name switch
    {
        "1.2.840.113549.1.1.5" => HashAlgorithmName.SHA1,
        "1.2.840.113549.1.1.11" => HashAlgorithmName.SHA256,
        "1.2.840.113549.1.1.12" => HashAlgorithmName.SHA384,
        "1.2.840.113549.1.1.13" => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static HashAlgorithmName? EcHash(string name) => name switch
    {
        "1.2.840.10045.4.1" => HashAlgorithmName.SHA1,
        "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
        "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
        "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static HashAlgorithmName PssHash(AsnReader algorithm)
    {
        var parameters = algorithm.ReadSequence();
        var tag = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        if (!parameters.HasData || !parameters.PeekTag().HasSameClassAndValue(tag))
        {
            return HashAlgorithmName.SHA1;
        }

        return parameters.ReadSequence(tag).ReadSequence().ReadObjectIdentifier() switch
        {
            "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
            "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
            "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
            _ => throw new CryptographicException("The hash is none that certificates are signed with."),
        };
    }
}
