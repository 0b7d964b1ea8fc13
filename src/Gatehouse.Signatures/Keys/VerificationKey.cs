namespace Gatehouse.Signatures;

/// <summary>What verifies the signatures of one access key in one scope; derived from a secret that can then be forgotten.</summary>
/// <remarks>Immutable and safe to share between threads. <c>ToString</c> never shows it.</remarks>
public abstract class VerificationKey
{
    private protected VerificationKey()
    {
    }

    /// <summary>The algorithm whose signatures it verifies.</summary>
    public abstract SignatureAlgorithm Algorithm { get; }

    /// <summary>Derives the key that fits a signature: a <see cref="SigningKey"/> or an <see cref="EcdsaPublicKey"/>; that of a certificate is a <see cref="CertificateKey"/>.</summary>
    /// <param name="signature">A signature whose scope was checked.</param>
    /// <param name="secret">The secret access key in UTF-8; the caller clears it afterwards.</param>
    public static VerificationKey Derive(in Signature signature, ReadOnlySpan<byte> secret) => signature.Algorithm switch
    {
        SignatureAlgorithm.HmacSha256 => SigningKey.Derive(secret, signature.Date, signature.Region, signature.Service),
        SignatureAlgorithm.EcdsaP256Sha256 => EcdsaPublicKey.Derive(secret, signature.AccessKeyId),
        SignatureAlgorithm.X509RsaSha256 or SignatureAlgorithm.X509EcdsaSha256 =>
            throw new InvalidOperationException("A certificate brings its key: see CertificateKey."),
        _ => throw new InvalidOperationException($"No such algorithm: {signature.Algorithm}."),
    };

    /// <inheritdoc/>
    public sealed override string ToString() => "***";

    /// <summary>Whether a signature, as sent, is that of a text (AU-146).</summary>
    internal abstract bool Fits(ReadOnlySpan<byte> stringToSign, ReadOnlySpan<char> given);
}
