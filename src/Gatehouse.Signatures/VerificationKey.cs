namespace Gatehouse.Signatures;

/// <summary>What verifies the signatures of one access key in one scope; derived from a secret that can then be forgotten.</summary>
/// <remarks>Immutable and safe to share between threads. <c>ToString</c> never shows it.</remarks>
public abstract class VerificationKey
{
    private protected VerificationKey()
    {
    }

    /// <summary>Derives the key that fits a signature: a <see cref="SigningKey"/> or an <see cref="EcdsaPublicKey"/>.</summary>
    /// <param name="signature">A signature whose scope was checked.</param>
    /// <param name="secret">The secret access key in UTF-8; the caller clears it afterwards.</param>
    public static VerificationKey Derive(in Signature signature, ReadOnlySpan<byte> secret) => throw new NotImplementedException();

    /// <inheritdoc/>
    public sealed override string ToString() => "***";
}
