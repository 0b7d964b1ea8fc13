namespace Gatehouse.Signatures;

/// <summary>The key that verifies SigV4A: a point of P-256, good for one access key everywhere and always (AU-161).</summary>
public sealed class EcdsaPublicKey : VerificationKey
{
    private EcdsaPublicKey()
    {
    }

    /// <summary>Derives the key from a secret.</summary>
    /// <param name="secret">The secret access key in UTF-8.</param>
    /// <param name="accessKeyId">The access key id.</param>
    public static EcdsaPublicKey Derive(ReadOnlySpan<byte> secret, ReadOnlySpan<char> accessKeyId) => throw new NotImplementedException();
}
