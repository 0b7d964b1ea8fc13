using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gatehouse.Signatures;

/// <summary>A checksum that comes as trailer, computed over the decoded body as it passes (AU-138).</summary>
internal abstract class Checksum : IDisposable
{
    private const string Prefix = "x-amz-checksum-";

    /// <summary>Whether a trailer's name is that of a checksum, known here or not.</summary>
    internal static bool IsChecksum(string trailer) => trailer.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The checksum of a trailer's name; null for one not known here, which must then be refused.</summary>
    internal static Checksum? Find(string trailer) => trailer switch
    {
        "x-amz-checksum-crc32" => new Crc(0xedb88320, 4),
        "x-amz-checksum-crc32c" => new Crc(0x82f63b78, 4),
        "x-amz-checksum-crc64nvme" => new Crc(0x9a6c9329ac4bc9b5, 8),
        "x-amz-checksum-sha1" => new Digest(HashAlgorithmName.SHA1),
        "x-amz-checksum-sha256" => new Digest(HashAlgorithmName.SHA256),
        _ => null,
    };

    /// <summary>Goes over more of the body.</summary>
    internal abstract void Add(ReadOnlySpan<byte> bytes);

    /// <summary>Whether a trailer's value, base64, is the checksum of what was added.</summary>
    internal bool Is(string value)
    {
        Span<byte> given = stackalloc byte[64];
        return Convert.TryFromBase64String(value, given, out var length) && given[..length].SequenceEqual(Finish());
    }

    public virtual void Dispose()
    {
    }

    private protected abstract byte[] Finish();

    /// <summary>A reflected cyclic redundancy check with all bits set before and flipped after: CRC-32, CRC-32C and CRC-64/NVME alike.</summary>
    private sealed class Crc(ulong polynomial, int size) : Checksum
    {
        private readonly ulong[] steps = Table(polynomial);
        private ulong register = ulong.MaxValue >> (64 - (size * 8));

        internal override void Add(ReadOnlySpan<byte> bytes)
        {
            var value = register;
            foreach (var one in bytes)
            {
                value = steps[(byte)(value ^ one)] ^ (value >> 8);
            }

            register = value;
        }

        private protected override byte[] Finish()
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, ~register);
            return bytes[^size..];
        }

        private static ulong[] Table(ulong polynomial)
        {
            var table = new ulong[256];
            for (var index = 0; index < table.Length; index++)
            {
                var value = (ulong)index;
                for (var bit = 0; bit < 8; bit++)
                {
                    value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ polynomial;
                }

                table[index] = value;
            }

            return table;
        }
    }

    private sealed class Digest(HashAlgorithmName name) : Checksum
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(name);

        internal override void Add(ReadOnlySpan<byte> bytes) => hash.AppendData(bytes);

        public override void Dispose() => hash.Dispose();

        private protected override byte[] Finish() => hash.GetHashAndReset();
    }
}
