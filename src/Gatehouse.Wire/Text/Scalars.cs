using System.Globalization;

namespace Gatehouse.Wire;

/// <summary>Numbers, moments and the like as text, read strictly: what is not exactly one of them is malformed.</summary>
internal static class Scalars
{
    private static readonly string[] DateTimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    internal static bool Boolean(ReadOnlySpan<char> text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw Malformed("a boolean"),
    };

    internal static int Integer(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Malformed("an integer");

    internal static long Long(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Malformed("a long");

    internal static double Double(ReadOnlySpan<char> text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
                ? value
                : throw Malformed("a number"),
    };

    internal static byte[] Blob(ReadOnlySpan<char> text)
    {
        var bytes = new byte[((text.Length / 4) + 1) * 3];
        return Convert.TryFromBase64Chars(text, bytes, out var written) ? bytes[..written] : throw Malformed("base64");
    }

    internal static DateTimeOffset Timestamp(ReadOnlySpan<char> text, TimestampFormat format)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        DateTimeOffset value;
        switch (format)
        {
            case TimestampFormat.EpochSeconds when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds):
                return Moment(seconds);
            case TimestampFormat.HttpDate when DateTimeOffset.TryParseExact(text, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, Utc, out value):
                return value;
            case TimestampFormat.DateTime when DateTimeOffset.TryParseExact(text, DateTimeFormats, CultureInfo.InvariantCulture, Utc, out value):
                return value;
            default:
                throw Malformed("a timestamp");
        }
    }

    /// <summary>Seconds since 1970, kept to the millisecond.</summary>
    internal static DateTimeOffset Moment(double seconds)
    {
        var milliseconds = Math.Round(seconds * 1000);
        return milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : throw Malformed("a timestamp");
    }

    /// <summary>The moment as text; a fraction only where there is one.</summary>
    internal static string Text(DateTimeOffset value, TimestampFormat format) => format switch
    {
        TimestampFormat.HttpDate => value.UtcDateTime.ToString("R", CultureInfo.InvariantCulture),
        TimestampFormat.EpochSeconds => (value.ToUnixTimeMilliseconds() / 1000m).ToString("0.###", CultureInfo.InvariantCulture),
        _ => value.UtcDateTime.ToString(value.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
    };

    internal static string Text(double value) => value switch
    {
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static CommonException Malformed(string kind) => new(CommonError.Malformed, $"A value is not {kind}.");
}
