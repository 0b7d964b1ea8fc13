using System.Buffers.Binary;
using System.IO.Compression;

namespace Gatehouse.Accounts.Mfa;

/// <summary>Writes black and white pictures as PNG (ISO/IEC 15948).</summary>
internal static class Png
{
    private const uint Polynomial = 0xedb88320;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>Writes a square picture.</summary>
    /// <param name="size">How many pixels a side has.</param>
    /// <param name="isWhite">Whether the pixel at x and y is white.</param>
    internal static byte[] Write(int size, Func<int, int, bool> isWhite)
    {
        using var picture = new MemoryStream();
        picture.Write(Signature);
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, size);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], size);
        head[8] = 1;
        WriteChunk(picture, "IHDR"u8, head);
        WriteChunk(picture, "IDAT"u8, Compress(size, isWhite));
        WriteChunk(picture, "IEND"u8, []);
        return picture.ToArray();
    }

    private static byte[] Compress(int size, Func<int, int, bool> isWhite)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            // Each line begins with its filter, which is none; eight pixels make a byte.
            var line = new byte[1 + ((size + 7) / 8)];
            for (var y = 0; y < size; y++)
            {
                Array.Clear(line);
                for (var x = 0; x < size; x++)
                {
                    line[1 + (x / 8)] |= (byte)(isWhite(x, y) ? 0x80 >> (x % 8) : 0);
                }

                zlib.Write(line);
            }
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream picture, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        picture.Write(number);
        picture.Write(kind);
        picture.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Check(Check(uint.MaxValue, kind), data));
        picture.Write(number);
    }

    private static uint Check(uint check, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            check ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                check = (check >> 1) ^ ((check & 1) * Polynomial);
            }
        }

        return check;
    }
}
