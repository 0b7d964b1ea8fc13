using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Signatures;

/// <summary>The key of SigV4: 32 bytes, good for one access key, day, region and service (AU-133).</summary>
public sealed class SigningKey : VerificationKey
{
    private const int Size = HMACSHA256.HashSizeInBytes;

    private readonly byte[] key;

    // A keyed hash lying ready halves the cost of a signature; the platform's one-shot looks its algorithm up and keys it anew each time.
    // It has state, so one thread at a time takes it out; who finds it gone takes the one-shot. Dropped with the key, its handle finalizes itself.
    private IncrementalHash? ready;
    private bool prepared;

    private SigningKey(ReadOnlySpan<byte> key) => this.key = key.ToArray();

    /// <inheritdoc/>
    public override SignatureAlgorithm Algorithm => SignatureAlgorithm.HmacSha256;

    /// <summary>Derives the key from a secret.</summary>
    /// <param name="secret">The secret access key in UTF-8; the caller clears it afterwards.</param>
    /// <param name="date">The scope's date, eight digits.</param>
    /// <param name="region">The scope's region.</param>
    /// <param name="service">The scope's service.</param>
    public static SigningKey Derive(ReadOnlySpan<byte> secret, ReadOnlySpan<char> date, ReadOnlySpan<char> region, ReadOnlySpan<char> service)
    {
        var writer = new ByteWriter(stackalloc byte[128]);
        Span<byte> link = stackalloc byte[Size];
        try
        {
            writer.Write("AWS4"u8);
            writer.Write(secret);
            HMACSHA256.HashData(writer.Written, Utf8(date), link);
            HMACSHA256.HashData(link, Utf8(region), link);
            HMACSHA256.HashData(link, Utf8(service), link);
            HMACSHA256.HashData(link, "aws4_request"u8, link);
            return new(link);
        }
        finally
        {
            writer.Dispose();
            CryptographicOperations.ZeroMemory(link);
        }
    }

    internal override bool Fits(ReadOnlySpan<byte> stringToSign, ReadOnlySpan<char> given)
    {
        Span<byte> claimed = stackalloc byte[Size];
        Span<byte> computed = stackalloc byte[Size];
        if (!Hex.TryReadLower(given, claimed))
        {
            return false;
        }

        Compute(stringToSign, computed);
        return CryptographicOperations.FixedTimeEquals(computed, claimed);
    }

    /// <summary>Signs a text: 64 characters of lower-case hex.</summary>
    internal string Sign(ReadOnlySpan<byte> stringToSign)
    {
        Span<byte> computed = stackalloc byte[Size];
        Compute(stringToSign, computed);
        return Convert.ToHexStringLower(computed);
    }

    private void Compute(ReadOnlySpan<byte> text, Span<byte> computed)
    {
        if (Interlocked.Exchange(ref ready, null) is { } hash)
        {
            hash.AppendData(text);
            hash.GetHashAndReset(computed);
            Volatile.Write(ref ready, hash);
            return;
        }

        HMACSHA256.HashData(key, text, computed);
        if (!Interlocked.Exchange(ref prepared, true))
        {
            Volatile.Write(ref ready, IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));
        }
    }

    private static byte[] Utf8(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }
}
