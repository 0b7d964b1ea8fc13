using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;

namespace Gatehouse.Workloads;

/// <summary>The tokens of IMDSv2: opaque, bound to this listener and to the address that asked, and good until their time [AU-813].</summary>
internal sealed class MetadataTokens(TimeProvider clock)
{
    /// <summary>The longest a token may live, in seconds.</summary>
    internal const int MostSeconds = 21600;

    private const int HeadSize = sizeof(long) + 16;
    private const int Size = HeadSize + 32;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Makes one.</summary>
    internal string Issue(IPAddress? address, int seconds)
    {
        Span<byte> raw = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(raw, clock.GetUtcNow().ToUnixTimeSeconds() + seconds);
        RandomNumberGenerator.Fill(raw[sizeof(long)..HeadSize]);
        Sign(raw[..HeadSize], address, raw[HeadSize..]);
        return Base64Url.EncodeToString(raw);
    }

    /// <summary>Whether one is ours, of that address, and still good.</summary>
    internal bool IsGood(string token, IPAddress? address)
    {
        Span<byte> raw = stackalloc byte[Size];
        Span<byte> expected = stackalloc byte[32];
        if (token.Length != Base64Url.GetEncodedLength(Size) || !Base64Url.TryDecodeFromChars(token, raw, out var written) || written != Size)
        {
            return false;
        }

        Sign(raw[..HeadSize], address, expected);
        return CryptographicOperations.FixedTimeEquals(expected, raw[HeadSize..]) && BinaryPrimitives.ReadInt64BigEndian(raw) > clock.GetUtcNow().ToUnixTimeSeconds();
    }

    private void Sign(ReadOnlySpan<byte> head, IPAddress? address, Span<byte> mac)
    {
        var place = address?.MapToIPv6().GetAddressBytes() ?? [];
        Span<byte> signed = stackalloc byte[HeadSize + 16];
        head.CopyTo(signed);
        place.CopyTo(signed[HeadSize..]);
        HMACSHA256.HashData(key, signed, mac);
    }
}
