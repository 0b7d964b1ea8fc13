namespace Gatehouse.Accounts.Mfa;

/// <summary>Draws a text as a QR code (ISO/IEC 18004), for a camera to read.</summary>
internal sealed class QrCode
{
    private const int Masks = 8;
    private const int LevelL = 1;

    private readonly int version;
    private readonly bool[,] dark;
    private readonly bool[,] reserved;

    private QrCode(int version)
    {
        this.version = version;
        Size = (version * 4) + 17;
        dark = new bool[Size, Size];
        reserved = new bool[Size, Size];
    }

    /// <summary>How many modules a side has.</summary>
    internal int Size { get; }

    /// <summary>Whether a module is dark.</summary>
    internal bool this[int x, int y] => dark[x, y];

    /// <summary>Draws a text of up to 858 bytes.</summary>
    internal static QrCode Of(ReadOnlySpan<byte> text)
    {
        var version = QrCodewords.VersionFor(text.Length);
        var code = new QrCode(version);
        code.DrawPatterns();
        code.DrawWords(QrCodewords.Of(text, version));
        var best = Enumerable.Range(0, Masks).MinBy(mask =>
        {
            code.Mask(mask);
            var penalty = QrPenalty.Of(code);
            code.Mask(mask);
            return penalty;
        });
        code.Mask(best);
        return code;
    }

    private void DrawPatterns()
    {
        for (var i = 0; i < Size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        foreach (var (x, y) in ((int, int)[])[(3, 3), (Size - 4, 3), (3, Size - 4)])
        {
            DrawFinder(x, y);
        }

        var marks = MarkPlaces();
        foreach (var (i, x) in marks.Index())
        {
            foreach (var (j, y) in marks.Index())
            {
                // Three corners belong to the finders.
                if (!((i == 0 && j == 0) || (i == 0 && j == marks.Length - 1) || (i == marks.Length - 1 && j == 0)))
                {
                    DrawSquare(x, y, 2, ring => ring != 1);
                }
            }
        }

        DrawFormat(0);
        DrawVersion();
    }

    private void DrawFinder(int x, int y) => DrawSquare(x, y, 4, ring => ring is not (2 or 4));

    private void DrawSquare(int x, int y, int radius, Func<int, bool> isDark)
    {
        for (var dy = -radius; dy <= radius; dy++)
        {
            for (var dx = -radius; dx <= radius; dx++)
            {
                if (x + dx >= 0 && x + dx < Size && y + dy >= 0 && y + dy < Size)
                {
                    Set(x + dx, y + dy, isDark(Math.Max(Math.Abs(dx), Math.Abs(dy))));
                }
            }
        }
    }

    private int[] MarkPlaces()
    {
        if (version == 1)
        {
            return [];
        }

        var count = (version / 7) + 2;
        var step = ((version * 4) + (count * 2) + 1) / ((count * 2) - 2) * 2;
        return [6, .. Enumerable.Range(0, count - 1).Select(i => Size - 7 - (i * step)).Reverse()];
    }

    private void DrawFormat(int mask)
    {
        var data = (LevelL << 3) | mask;
        var bits = ((data << 10) | Remainder(data, 10, 0x537)) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var bit = (bits >> i & 1) != 0;
            switch (i)
            {
                case < 6: Set(8, i, bit); break;
                case < 8: Set(8, i + 1, bit); break;
                case 8: Set(7, 8, bit); break;
                default: Set(14 - i, 8, bit); break;
            }

            if (i < 8)
            {
                Set(Size - 1 - i, 8, bit);
            }
            else
            {
                Set(8, Size - 15 + i, bit);
            }
        }

        Set(8, Size - 8, true);
    }

    private void DrawVersion()
    {
        if (version < 7)
        {
            return;
        }

        var bits = (version << 12) | Remainder(version, 12, 0x1f25);
        for (var i = 0; i < 18; i++)
        {
            var (far, near) = (Size - 11 + (i % 3), i / 3);
            Set(far, near, (bits >> i & 1) != 0);
            Set(near, far, (bits >> i & 1) != 0);
        }
    }

    private static int Remainder(int data, int bits, int divisor)
    {
        var rest = data;
        for (var i = 0; i < bits; i++)
        {
            rest = (rest << 1) ^ ((rest >> (bits - 1)) * divisor);
        }

        return rest;
    }

    // Two columns at a time from the right, up and down in turns, around what is drawn already.
    private void DrawWords(byte[] words)
    {
        var at = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            right = right == 6 ? 5 : right;
            for (var step = 0; step < Size; step++)
            {
                var y = ((right + 1) & 2) == 0 ? Size - 1 - step : step;
                foreach (var x in (ReadOnlySpan<int>)[right, right - 1])
                {
                    if (!reserved[x, y] && at < words.Length * 8)
                    {
                        dark[x, y] = (words[at / 8] >> (7 - (at % 8)) & 1) != 0;
                        at++;
                    }
                }
            }
        }
    }

    private void Mask(int mask)
    {
        DrawFormat(mask);
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                dark[x, y] ^= !reserved[x, y] && Turns(mask, x, y);
            }
        }
    }

    private static bool Turns(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => ((x / 3) + (y / 2)) % 2 == 0,
        5 => (x * y % 2) + (x * y % 3) == 0,
        6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
        _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
    };

    private void Set(int x, int y, bool isDark) => (dark[x, y], reserved[x, y]) = (isDark, true);
}
