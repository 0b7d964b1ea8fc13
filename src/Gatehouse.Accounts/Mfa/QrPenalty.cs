namespace Gatehouse.Accounts.Mfa;

/// <summary>How badly a QR code would be read: long runs, blocks of one colour, what looks like a finder, too much of one colour (ISO/IEC 18004, 7.8.3).</summary>
internal static class QrPenalty
{
    private const int FinderLike = 0b1011101;
    private const int Window = 0b1111_1111111;

    internal static int Of(QrCode code)
    {
        var (penalty, darks) = (0, 0);
        for (var line = 0; line < code.Size; line++)
        {
            var (row, column) = (line, line);
            penalty += OfLine(code.Size, x => code[x, row]) + OfLine(code.Size, y => code[column, y]);
            for (var x = 0; x < code.Size; x++)
            {
                darks += code[x, line] ? 1 : 0;
                penalty += line > 0 && x > 0 && code[x, line] == code[x - 1, line] && code[x, line] == code[x, line - 1] && code[x, line] == code[x - 1, line - 1] ? 3 : 0;
            }
        }

        return penalty + (Math.Abs((darks * 20) - (code.Size * code.Size * 10)) / (code.Size * code.Size) * 10);
    }

    private static int OfLine(int size, Func<int, bool> isDark)
    {
        var (penalty, run, seen) = (0, 0, 0);
        for (var i = 0; i < size; i++)
        {
            run = i > 0 && isDark(i) == isDark(i - 1) ? run + 1 : 1;
            penalty += run == 5 ? 3 : run > 5 ? 1 : 0;
            seen = ((seen << 1) | (isDark(i) ? 1 : 0)) & Window;
            penalty += i >= 10 && (seen == FinderLike || seen == FinderLike << 4) ? 40 : 0;
        }

        return penalty;
    }
}
