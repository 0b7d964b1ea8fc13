using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Gatehouse.Accounts.Mfa;

namespace Gatehouse.Accounts.Tests.Mfa;

/// <summary>Pictures are read back here as a scanner reads them; that real scanners do is told by docs/mfa.md, whose picture is scanned.</summary>
public sealed class QrCodeTests
{
    // Blocks of data and of correction, of the versions that the lengths below lead to.
    private static readonly Dictionary<int, (int Blocks, int Correction)> Layout = new()
    {
        [1] = (1, 7), [2] = (1, 10), [5] = (1, 26), [6] = (2, 18), [7] = (2, 20), [9] = (2, 30), [10] = (4, 18), [14] = (4, 30), [18] = (6, 30), [20] = (8, 28),
    };

    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 1)]
    [InlineData(18, 2)]
    [InlineData(106, 5)]
    [InlineData(107, 6)]
    [InlineData(150, 7)]
    [InlineData(230, 9)]
    [InlineData(231, 10)]
    [InlineData(458, 14)]
    [InlineData(700, 18)]
    [InlineData(858, 20)]
    public void Says_what_was_written(int length, int version)
    {
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, length).Select(i => (char)('A' + (i * 7 % 57)))));

        var code = QrCode.Of(text);

        Assert.Equal((version * 4) + 17, code.Size);
        Assert.Equal(Encoding.ASCII.GetString(text), Encoding.ASCII.GetString(Read(code, version)));
    }

    [Fact]
    public void Refuses_what_fits_into_none() => Assert.Throws<ArgumentException>(() => QrCode.Of(new byte[859]));

    [Fact]
    public void The_longest_name_of_a_device_fits() =>
        Assert.NotEmpty(Enrolment.Picture(Enrolment.Address(new('+', 226), "111122223333", Encoding.ASCII.GetBytes(new string('A', 64)))));

    [Fact]
    public void A_picture_is_a_PNG_of_these_very_pixels()
    {
        var png = Png.Write(11, (x, y) => (x + y) % 3 == 0);

        Assert.Equal("89504E470D0A1A0A", Convert.ToHexString(png[..8]));
        Assert.Equal((11, 11), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));

        // The CRC of the empty last chunk is known to everyone.
        Assert.Equal("0000000049454E44AE426082", Convert.ToHexString(png[^12..]));
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var lines = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        var line = new byte[3];
        for (var y = 0; y < 11; y++)
        {
            lines.ReadExactly(line);
            Assert.Equal(0, line[0]);
            for (var x = 0; x < 11; x++)
            {
                Assert.Equal((x + y) % 3 == 0, (line[1 + (x / 8)] >> (7 - (x % 8)) & 1) != 0);
            }
        }
    }

    private static byte[] Read(QrCode code, int version)
    {
        var words = Words(code, version);
        var (count, correction) = Layout[version];
        var shortBlocks = count - (words.Count % count);
        var shortData = (words.Count / count) - correction;
        var blocks = Enumerable.Range(0, count).Select(_ => new List<byte>()).ToList();
        var at = 0;
        for (var i = 0; i <= shortData; i++)
        {
            for (var block = i < shortData ? 0 : shortBlocks; block < count; block++)
            {
                blocks[block].Add(words[at++]);
            }
        }

        var data = blocks.SelectMany(block => block.ToArray()).ToArray();
        for (var i = 0; i < correction; i++)
        {
            blocks.ForEach(block => block.Add(words[at++]));
        }

        Assert.All(blocks, block => Assert.All(Enumerable.Range(0, correction), power => Assert.Equal(0, Evaluate(block, power))));
        var bits = string.Concat(data.Select(one => Convert.ToString(one, 2).PadLeft(8, '0')));
        Assert.Equal("0100", bits[..4]);
        var head = version < 10 ? 12 : 20;
        var length = Convert.ToInt32(bits[4..head], 2);
        return [.. Enumerable.Range(0, length).Select(i => Convert.ToByte(bits.Substring(head + (i * 8), 8), 2))];
    }

    // A block is right when it is zero at every root of its generator.
    private static int Evaluate(List<byte> block, int power)
    {
        var root = 1;
        for (var i = 0; i < power; i++)
        {
            root = Multiply(root, 2);
        }

        return block.Aggregate(0, (sum, word) => Multiply(sum, root) ^ word);
    }

    private static int Multiply(int left, int right)
    {
        var product = 0;
        for (; right > 0; right >>= 1)
        {
            product ^= (right & 1) * left;
            left = (left << 1) ^ ((left >> 7) * 0x11d);
        }

        return product;
    }

    private static List<byte> Words(QrCode code, int version)
    {
        // The mask stands around the first finder, itself under a mask that never changes.
        var format = Enumerable.Range(0, 15).Sum(i => (i < 6 ? code[8, i] : i < 8 ? code[8, i + 1] : i == 8 ? code[7, 8] : code[14 - i, 8]) ? 1 << i : 0) ^ 0x5412;
        Assert.Equal(1, format >> 13);
        var mask = format >> 10 & 7;
        var (bits, size) = (new StringBuilder(), code.Size);
        for (var right = size - 1; right > 0; right -= 2)
        {
            if (right == 6)
            {
                right--;
            }

            for (var step = 0; step < size; step++)
            {
                var y = UpIn(right, size) ? size - 1 - step : step;
                foreach (var x in (int[])[right, right - 1])
                {
                    if (!IsPattern(x, y, size, version))
                    {
                        bits.Append(code[x, y] ^ Turned(mask, x, y) ? '1' : '0');
                    }
                }
            }
        }

        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.ToString(i * 8, 8), 2))];
    }

    private static bool UpIn(int right, int size) => ((right > 6 ? size - 1 - right : size - 2 - right) / 2) % 2 == 0;

    private static bool Turned(int mask, int x, int y) => mask switch
    {
        0 => (y + x) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (y + x) % 3 == 0,
        4 => ((y / 2) + (x / 3)) % 2 == 0,
        5 => (y * x % 2) + (y * x % 3) == 0,
        6 => ((y * x % 2) + (y * x % 3)) % 2 == 0,
        _ => (((y * x % 3) + ((y + x) % 2)) % 2) == 0,
    };

    private static bool IsPattern(int x, int y, int size, int version)
    {
        var marks = MarksOf(version);
        return x == 6 || y == 6 || (x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9)
            || (version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11)))
            || marks.Any(mx => marks.Any(my => !IsCorner(mx, my, size) && Math.Abs(mx - x) <= 2 && Math.Abs(my - y) <= 2));
    }

    private static bool IsCorner(int x, int y, int size) => (x, y) == (6, 6) || (x, y) == (6, size - 7) || (x, y) == (size - 7, 6);

    // From the standard's table E.1.
    private static int[] MarksOf(int version) => version switch
    {
        1 => [],
        2 => [6, 18],
        5 => [6, 30],
        6 => [6, 34],
        7 => [6, 22, 38],
        9 => [6, 26, 46],
        10 => [6, 28, 50],
        14 => [6, 26, 46, 66],
        18 => [6, 30, 56, 82],
        20 => [6, 34, 62, 90],
        _ => throw new ArgumentOutOfRangeException(nameof(version)),
    };
}
