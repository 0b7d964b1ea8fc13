using System.Formats.Cbor;
using System.Security.Cryptography;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>A public key as authenticators write it, and what it verifies.</summary>
/// <remarks>EdDSA, which WebAuthn knows too, is not offered: the framework does not have it.</remarks>
internal sealed class CoseKey
{
    /// <summary>ECDSA over P-256 with SHA-256.</summary>
    internal const int Es256 = -7;

    /// <summary>ECDSA over P-384 with SHA-384.</summary>
    internal const int Es384 = -35;

    /// <summary>RSA with PKCS#1 v1.5 padding and SHA-256.</summary>
    internal const int Rs256 = -257;

    private const int EllipticCurve = 2;
    private const int Rsa = 3;
    private const int MinModulus = 256;
    private const int MaxModulus = 512;

    private readonly byte[] information;

    private CoseKey(int algorithm, byte[] information) => (Algorithm, this.information) = (algorithm, information);

    /// <summary>What may be used, the best liked first.</summary>
    internal static IReadOnlyList<int> Offered { get; } = [Es256, Es384, Rs256];

    /// <summary>The only algorithm that the key is used with.</summary>
    internal int Algorithm { get; }

    /// <summary>Reads a key from where it begins.</summary>
    /// <returns>The key, and how many bytes it takes.</returns>
    /// <exception cref="PasskeyException">It is no key, or none of those that were offered.</exception>
    internal static (CoseKey Key, int Size) Read(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, reader =>
    {
        var count = reader.StartMap();
        var type = Number(reader, 1);
        var algorithm = Number(reader, 3);
        try
        {
            var information = (type, algorithm) switch
            {
                (EllipticCurve, Es256) => Curve(reader, count, 1, ECCurve.NamedCurves.nistP256, 32),
                (EllipticCurve, Es384) => Curve(reader, count, 2, ECCurve.NamedCurves.nistP384, 48),
                (Rsa, Rs256) => Modulus(reader, count),
                _ => throw new PasskeyException(PasskeyFault.Algorithm),
            };
            reader.ReadEndMap();
            return (new CoseKey(algorithm, information), bytes.Length - reader.BytesRemaining);
        }
        catch (CryptographicException)
        {
            // A point that does not lie on the curve, or a modulus that is none.
            throw new PasskeyException(PasskeyFault.Algorithm);
        }
    });

    /// <summary>Whether the key made a signature.</summary>
    internal bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => Verifies(information, Algorithm, data, signature);

    /// <summary>Whether a key, such as that of a certificate, made a signature.</summary>
    internal static bool Verifies(ReadOnlySpan<byte> publicKey, int algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        try
        {
            if (algorithm == Rs256)
            {
                using var rsa = RSA.Create();
                rsa.ImportSubjectPublicKeyInfo(publicKey, out _);
                return rsa.KeySize is >= MinModulus * 8 and <= MaxModulus * 8
                    && rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            }

            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(publicKey, out _);
            return (algorithm, ecdsa.KeySize) switch
            {
                (Es256, 256) => ecdsa.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
                (Es384, 384) => ecdsa.VerifyData(data, signature, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence),
                _ => false,
            };
        }
        catch (Exception unknown) when (unknown is CryptographicException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static byte[] Curve(CborReader reader, int count, int number, ECCurve curve, int size)
    {
        var named = Number(reader, -1);
        var (x, y) = (Bytes(reader, -2), Bytes(reader, -3));
        if (count != 5 || named != number || x.Length != size || y.Length != size)
        {
            throw new PasskeyException(PasskeyFault.Algorithm);
        }

        using var key = ECDsa.Create(new ECParameters { Curve = curve, Q = new() { X = x, Y = y } });
        return key.ExportSubjectPublicKeyInfo();
    }

    private static byte[] Modulus(CborReader reader, int count)
    {
        var (modulus, exponent) = (Bytes(reader, -1), Bytes(reader, -2));
        if (count != 4 || modulus.Length is < MinModulus or > MaxModulus || (modulus[0] & 0x80) == 0 || (modulus[^1] & 1) == 0
            || exponent.Length is 0 or > 4 || exponent[0] == 0 || (exponent[^1] & 1) == 0 || exponent is [1])
        {
            throw new PasskeyException(PasskeyFault.Algorithm);
        }

        using var key = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = exponent });
        return key.ExportSubjectPublicKeyInfo();
    }

    // WebAuthn: these parameters and no others, and CTAP2 leaves them one order.
    private static int Number(CborReader reader, int label) => reader.ReadInt32() == label ? reader.ReadInt32() : throw new PasskeyException(PasskeyFault.Malformed);

    private static byte[] Bytes(CborReader reader, int label) => reader.ReadInt32() == label ? reader.ReadByteString() : throw new PasskeyException(PasskeyFault.Malformed);
}
