using System.Globalization;

namespace Gatehouse.Signatures;

/// <summary>Times in the basic form of ISO 8601, such as <c>20260115T120000Z</c> (AU-111).</summary>
internal static class BasicTime
{
    private const string Format = "yyyyMMdd'T'HHmmss'Z'";

    // AWS: botocore writes the zone of its Date header as -0000.
    private static readonly string[] Zones = [" GMT", " UTC", " +0000", " -0000"];

    internal static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The extended form, as S3's error elements have it.</summary>
    internal static string WriteExtended(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads exactly the basic form of a real time.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length != 16 || text[8] != 'T' || text[15] != 'Z'
            || !TryReadDigits(text[..4], out var year) || !TryReadDigits(text[4..6], out var month) || !TryReadDigits(text[6..8], out var day)
            || !TryReadDigits(text[9..11], out var hour) || !TryReadDigits(text[11..13], out var minute) || !TryReadDigits(text[13..15], out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new(year, month, day, hour, minute, second, TimeSpan.Zero);
        return true;
    }

    /// <summary>Reads a date of RFC 1123, as the <c>Date</c> header may have it.</summary>
    internal static bool TryReadRfc1123(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        foreach (var zone in Zones)
        {
            if (text.EndsWith(zone, StringComparison.Ordinal))
            {
                return DateTimeOffset.TryParseExact(
                    text[..^zone.Length], "ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
            }
        }

        time = default;
        return false;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
