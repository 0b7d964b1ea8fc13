namespace Gatehouse.PolicyEngine;

/// <summary>A point in time, as precise and as far away as a policy may write it (PL-94).</summary>
internal readonly record struct Instant(long Seconds, int Nanoseconds) : IComparable<Instant>
{
    public int CompareTo(Instant other)
    {
        var seconds = Seconds.CompareTo(other.Seconds);
        return seconds != 0 ? seconds : Nanoseconds.CompareTo(other.Nanoseconds);
    }

    /// <summary>Digits alone are seconds since 1970; else ISO 8601 from year and month on, missing parts at their least, without zone UTC.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out Instant instant)
    {
        instant = default;
        return text.Length is > 0 and <= 40 && (TryReadSeconds(text, out instant) || TryReadIso(text, out instant));
    }

    private static bool TryReadSeconds(ReadOnlySpan<char> text, out Instant instant)
    {
        instant = default;
        long seconds = 0;
        foreach (var letter in text)
        {
            var digit = letter - '0';
            if (digit is < 0 or > 9 || seconds > (long.MaxValue - digit) / 10)
            {
                return false;
            }

            seconds = (seconds * 10) + digit;
        }

        instant = new(seconds, 0);
        return true;
    }

    private static bool TryReadIso(ReadOnlySpan<char> text, out Instant instant)
    {
        instant = default;
        int day = 1, hour = 0, minute = 0, second = 0, nanoseconds = 0, offset = 0;
        if (!Digits(ref text, 4, out var year) || !Skip(ref text, '-') || !Digits(ref text, 2, out var month) || month is < 1 or > 12)
        {
            return false;
        }

        var days = Skip(ref text, '-');
        if (days && !(Digits(ref text, 2, out day) && day >= 1 && day <= DaysIn(year, month)))
        {
            return false;
        }

        if (days && (Skip(ref text, 'T') || Skip(ref text, 't')))
        {
            if (!Digits(ref text, 2, out hour) || hour > 23
                || (Skip(ref text, ':') && (!Digits(ref text, 2, out minute) || minute > 59
                    || (Skip(ref text, ':') && (!Digits(ref text, 2, out second) || second > 59
                        || (Skip(ref text, '.') && !Fraction(ref text, out nanoseconds)))))))
            {
                return false;
            }

            if (!Zone(ref text, out offset))
            {
                return false;
            }
        }

        if (text.Length > 0)
        {
            return false;
        }

        instant = new((DaysSince1970(year, month, day) * 86_400) + (hour * 3_600) + (minute * 60) + second - offset, nanoseconds);
        return true;
    }

    private static bool Zone(ref ReadOnlySpan<char> text, out int offset)
    {
        offset = 0;
        if (text.Length == 0 || Skip(ref text, 'Z') || Skip(ref text, 'z'))
        {
            return true;
        }

        var sign = text[0] == '-' ? -1 : 1;
        if (!Skip(ref text, '+') && !Skip(ref text, '-'))
        {
            return false;
        }

        var minutes = 0;
        if (!Digits(ref text, 2, out var hours) || hours > 23 || (Skip(ref text, ':') && (!Digits(ref text, 2, out minutes) || minutes > 59)))
        {
            return false;
        }

        offset = sign * ((hours * 3_600) + (minutes * 60));
        return true;
    }

    private static bool Fraction(ref ReadOnlySpan<char> text, out int nanoseconds)
    {
        nanoseconds = 0;
        var digits = 0;
        while (digits < text.Length && digits <= 9 && char.IsAsciiDigit(text[digits]))
        {
            nanoseconds = digits < 9 ? (nanoseconds * 10) + (text[digits] - '0') : nanoseconds;
            digits++;
        }

        if (digits is 0 or > 9)
        {
            return false;
        }

        text = text[digits..];
        for (; digits < 9; digits++)
        {
            nanoseconds *= 10;
        }

        return true;
    }

    private static bool Digits(ref ReadOnlySpan<char> text, int count, out int value)
    {
        value = 0;
        if (text.Length < count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }

            value = (value * 10) + (text[i] - '0');
        }

        text = text[count..];
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<char> text, char letter)
    {
        if (text.Length == 0 || text[0] != letter)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    // Days in the proleptic Gregorian calendar, counted with the year starting in March so that the leap day comes last.
    private static long DaysSince1970(int year, int month, int day)
    {
        long shifted = month <= 2 ? year - 1 : year;
        var era = (shifted >= 0 ? shifted : shifted - 399) / 400;
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }
}
