namespace Gatehouse.Accounts.Mfa;

/// <summary>The bytes of a QR code (ISO/IEC 18004) in byte mode at error correction level L: data, padding, correction, interleaved.</summary>
internal static class QrCodewords
{
    /// <summary>The largest version there is a table for: 858 bytes.</summary>
    internal const int MaxVersion = 20;

    private const int PadOne = 0xec;
    private const int PadTwo = 0x11;
    private const int ByteMode = 4;
    private const int LongCountFrom = 10;

    // For versions 1 to 20.
    private static ReadOnlySpan<byte> CorrectionPerBlock => [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];

    private static ReadOnlySpan<byte> Blocks => [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];

    /// <summary>The smallest version that holds so many bytes.</summary>
    /// <exception cref="ArgumentException">None does.</exception>
    internal static int VersionFor(int length)
    {
        for (var version = 1; version <= MaxVersion; version++)
        {
            if (HeadBits(version) + (length * 8) <= DataSize(version) * 8)
            {
                return version;
            }
        }

        throw new ArgumentException("The text is too long for a QR code.", nameof(length));
    }

    /// <summary>All codewords of a symbol, in the order they are drawn.</summary>
    internal static byte[] Of(ReadOnlySpan<byte> text, int version)
    {
        var data = Data(text, version);
        var (count, correction, total) = (Blocks[version - 1], CorrectionPerBlock[version - 1], TotalSize(version));
        var (shortBlocks, shortData) = (count - (total % count), (total / count) - correction);
        var generator = Generator(correction);
        var blocks = new List<(byte[] Data, byte[] Correction)>(count);
        for (var (block, at) = (0, 0); block < count; block++)
        {
            var length = shortData + (block < shortBlocks ? 0 : 1);
            var part = data[at..(at + length)];
            blocks.Add((part, Correct(part, generator)));
            at += length;
        }

        var all = new List<byte>(total);
        for (var i = 0; i <= shortData; i++)
        {
            all.AddRange(blocks.Where(block => i < block.Data.Length).Select(block => block.Data[i]));
        }

        for (var i = 0; i < correction; i++)
        {
            all.AddRange(blocks.Select(block => block.Correction[i]));
        }

        return [.. all];
    }

    // What is left of the square after the patterns, the format and the version.
    private static int TotalSize(int version)
    {
        var bits = (((16 * version) + 128) * version) + 64;
        if (version >= 2)
        {
            var marks = (version / 7) + 2;
            bits -= (((25 * marks) - 10) * marks) - 55;
            bits -= version >= 7 ? 36 : 0;
        }

        return bits / 8;
    }

    private static int DataSize(int version) => TotalSize(version) - (CorrectionPerBlock[version - 1] * Blocks[version - 1]);

    private static int HeadBits(int version) => 4 + (version < LongCountFrom ? 8 : 16);

    private static byte[] Data(ReadOnlySpan<byte> text, int version)
    {
        var data = new byte[DataSize(version)];
        var at = 0;
        Put(data, ref at, ByteMode, 4);
        Put(data, ref at, text.Length, HeadBits(version) - 4);
        foreach (var letter in text)
        {
            Put(data, ref at, letter, 8);
        }

        // Four zero bits end the text where there is room for them; the rest of a byte stays zero.
        at = Math.Min(at + 4, data.Length * 8);
        var (next, pad) = ((at + 7) / 8, PadOne);
        while (next < data.Length)
        {
            data[next++] = (byte)pad;
            pad = pad == PadOne ? PadTwo : PadOne;
        }

        return data;
    }

    private static void Put(byte[] data, ref int at, int value, int bits)
    {
        for (var bit = bits - 1; bit >= 0; bit--, at++)
        {
            data[at / 8] |= (byte)((value >> bit & 1) << (7 - (at % 8)));
        }
    }

    // The product of (x - 2^i) over the field; the leading coefficient, which is one, is left out.
    private static byte[] Generator(int degree)
    {
        var generator = new byte[degree];
        generator[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                generator[j] = (byte)(Multiply(generator[j], root) ^ (j + 1 < degree ? generator[j + 1] : 0));
            }

            root = Multiply(root, 2);
        }

        return generator;
    }

    private static byte[] Correct(byte[] data, byte[] generator)
    {
        var rest = new byte[generator.Length];
        foreach (var value in data)
        {
            var factor = (byte)(value ^ rest[0]);
            rest.AsSpan(1).CopyTo(rest);
            rest[^1] = 0;
            for (var i = 0; i < rest.Length; i++)
            {
                rest[i] ^= Multiply(generator[i], factor);
            }
        }

        return rest;
    }

    private static byte Multiply(byte left, byte right)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11d);
            product ^= (right >> bit & 1) * left;
        }

        return (byte)product;
    }
}
