using System.Globalization;

namespace Gatehouse.Signatures;

/// <summary>When a signature is good: step 9 of AU-6.</summary>
internal static class RequestWindow
{
    private const int SecondsInWeek = 604800;

    // AWS: a presigned URL may be made by a clock that runs ahead; the setting does not move this bound.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(15);

    /// <summary>The window of AU-112, both ends inside. Counted in whole seconds, as request times are.</summary>
    internal static SignatureFault? Check(DateTimeOffset time, DateTimeOffset now, TimeSpan skew, SignatureStyle style, SignatureForm form)
    {
        now = WholeSeconds(now);
        return (now - time).Duration() <= skew ? null : Faults.Skew(style, form, time, now, skew);
    }

    /// <summary>The life of a presigned S3-style URL (AU-140).</summary>
    internal static SignatureFault? CheckPresigned(DateTimeOffset time, ReadOnlySpan<char> expires, DateTimeOffset now, out DateTimeOffset? end)
    {
        end = null;
        now = WholeSeconds(now);
        if (ReadSeconds(expires, out var seconds) is { } complaint)
        {
            return Faults.Incomplete(SignatureStyle.S3, SignatureForm.Query, complaint);
        }

        // The distance, not the end, is compared: the end of a year 9999 lies past what a time can hold.
        var age = now - time;
        if (age < -Ahead)
        {
            return Faults.OutsideLife("Request is not yet valid", [new("ServerTime", BasicTime.WriteExtended(now))]);
        }

        var life = TimeSpan.FromSeconds(seconds);
        if (age < life)
        {
            end = now + (life - age);
            return null;
        }

        return Faults.OutsideLife(
            "Request has expired",
            [
                new("X-Amz-Expires", seconds.ToString(CultureInfo.InvariantCulture)),
                new("Expires", BasicTime.WriteExtended(time + life)),
                new("ServerTime", BasicTime.WriteExtended(now)),
            ]);
    }

    private static string? ReadSeconds(ReadOnlySpan<char> text, out int seconds)
    {
        seconds = 0;
        var negative = text.StartsWith('-');
        var digits = negative ? text[1..] : text;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return "X-Amz-Expires should be a number";
        }

        digits = digits.TrimStart('0');
        if (negative || digits.IsEmpty)
        {
            return "X-Amz-Expires must be non-negative";
        }

        return digits.Length <= 6 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) && seconds <= SecondsInWeek
            ? null
            : "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds";
    }

    private static DateTimeOffset WholeSeconds(DateTimeOffset now) => now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
}
