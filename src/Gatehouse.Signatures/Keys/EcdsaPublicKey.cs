using System.Security.Cryptography;

namespace Gatehouse.Signatures;

/// <summary>The key that verifies SigV4A: a point of P-256, good for one access key everywhere and always (AU-161).</summary>
public sealed class EcdsaPublicKey : VerificationKey
{
    private readonly ECParameters point;

    private EcdsaPublicKey(ECParameters point) => this.point = point;

    /// <inheritdoc/>
    public override SignatureAlgorithm Algorithm => SignatureAlgorithm.EcdsaP256Sha256;

    /// <summary>The point's first coordinate.</summary>
    internal ReadOnlySpan<byte> X => point.Q.X;

    /// <summary>The point's second coordinate.</summary>
    internal ReadOnlySpan<byte> Y => point.Q.Y;

    /// <summary>Derives the key from a secret.</summary>
    /// <param name="secret">The secret access key in UTF-8; the caller clears it afterwards.</param>
    /// <param name="accessKeyId">The access key id.</param>
    public static EcdsaPublicKey Derive(ReadOnlySpan<byte> secret, ReadOnlySpan<char> accessKeyId)
    {
        using var pair = EcdsaKeyDerivation.Derive(secret, accessKeyId);
        return new(pair.ExportParameters(includePrivateParameters: false));
    }

    internal override bool Fits(ReadOnlySpan<byte> stringToSign, ReadOnlySpan<char> given)
    {
        Span<byte> claimed = stackalloc byte[EcdsaSignature.Size];
        if (!EcdsaSignature.TryRead(given, claimed))
        {
            return false;
        }

        // The platform's key objects promise nothing about threads, so each verification makes its own.
        using var key = ECDsa.Create(point);
        return key.VerifyData(stringToSign, claimed, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
