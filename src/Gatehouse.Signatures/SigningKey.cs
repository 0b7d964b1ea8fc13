namespace Gatehouse.Signatures;

/// <summary>The key of SigV4: 32 bytes, good for one access key, day, region and service (AU-133).</summary>
public sealed class SigningKey : VerificationKey
{
    private SigningKey(ReadOnlySpan<byte> key) => _ = key;

    /// <summary>Derives the key from a secret.</summary>
    /// <param name="secret">The secret access key in UTF-8.</param>
    /// <param name="date">The scope's date, eight digits.</param>
    /// <param name="region">The scope's region.</param>
    /// <param name="service">The scope's service.</param>
    public static SigningKey Derive(ReadOnlySpan<byte> secret, ReadOnlySpan<char> date, ReadOnlySpan<char> region, ReadOnlySpan<char> service) =>
        throw new NotImplementedException();
}
