namespace Gatehouse.PolicyEngine;

/// <summary>Where the digits of a written number lie and what they are worth, so that two texts compare exactly without becoming numbers (PL-93).</summary>
/// <param name="Negative">The number is below zero.</param>
/// <param name="Start">Where the first digit that counts stands in the text.</param>
/// <param name="End">Where the digits end; a decimal point may lie between.</param>
/// <param name="Exponent">Power of ten of the first digit that counts; meaningless for zero.</param>
/// <param name="Zero">The number is zero.</param>
internal readonly record struct DecimalText(bool Negative, int Start, int End, long Exponent, bool Zero)
{
    private const int MostExponentDigits = 15;

    /// <summary>Reads sign?, digits, fraction?, exponent?.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out DecimalText number)
    {
        number = default;
        var at = 0;
        var negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+')
        {
            at++;
        }

        var whole = DigitsFrom(text, at);
        if (whole == at)
        {
            return false;
        }

        var end = whole;
        if (end < text.Length && text[end] == '.')
        {
            end = DigitsFrom(text, whole + 1);
            if (end == whole + 1)
            {
                return false;
            }
        }

        if (!TryReadExponent(text[end..], out var exponent))
        {
            return false;
        }

        var first = at;
        while (first < end && text[first] is '0' or '.')
        {
            first++;
        }

        number = first == end
            ? new(false, end, end, 0, true)
            : new(negative, first, end, exponent + (first < whole ? whole - first - 1 : whole - first), false);
        return true;
    }

    internal static int Compare(DecimalText left, ReadOnlySpan<char> leftText, DecimalText right, ReadOnlySpan<char> rightText)
    {
        if (left.Zero || right.Zero || left.Negative != right.Negative)
        {
            return Sign(left).CompareTo(Sign(right));
        }

        var bigger = left.Exponent != right.Exponent ? left.Exponent.CompareTo(right.Exponent) : CompareDigits(left, leftText, right, rightText);
        return left.Negative ? -bigger : bigger;
    }

    private static int Sign(DecimalText number) => number.Zero ? 0 : number.Negative ? -1 : 1;

    private static int CompareDigits(DecimalText left, ReadOnlySpan<char> leftText, DecimalText right, ReadOnlySpan<char> rightText)
    {
        var (i, j) = (left.Start, right.Start);
        while (i < left.End || j < right.End)
        {
            var one = Next(leftText, ref i, left.End);
            var other = Next(rightText, ref j, right.End);
            if (one != other)
            {
                return one.CompareTo(other);
            }
        }

        return 0;
    }

    private static char Next(ReadOnlySpan<char> text, ref int at, int end)
    {
        if (at < end && text[at] == '.')
        {
            at++;
        }

        return at < end ? text[at++] : '0';
    }

    private static int DigitsFrom(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool TryReadExponent(ReadOnlySpan<char> text, out long exponent)
    {
        exponent = 0;
        if (text.Length == 0)
        {
            return true;
        }

        if ((text[0] | 0x20) != 'e')
        {
            return false;
        }

        var at = text.Length > 1 && text[1] is '+' or '-' ? 2 : 1;
        if (at == text.Length || text.Length - at > MostExponentDigits || DigitsFrom(text, at) != text.Length)
        {
            return false;
        }

        foreach (var digit in text[at..])
        {
            exponent = (exponent * 10) + (digit - '0');
        }

        exponent = text[1] == '-' ? -exponent : exponent;
        return true;
    }
}
