using System.Globalization;

namespace Gatehouse.PolicyEngine;

/// <summary>What AWS takes for a date when a policy is saved, which is more than can be compared later (PL-48).</summary>
internal static class DateRule
{
    private const int LeastYear = -292_275_054;
    private const int MostYear = 292_278_993;

    internal static bool Accepts(ReadOnlySpan<char> text) =>
        text.ContainsAny('t', 'T', '-') ? AcceptsIso(text) : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool AcceptsIso(ReadOnlySpan<char> text)
    {
        var split = text.IndexOfAny('t', 'T');
        return AcceptsDate(split < 0 ? text : text[..split]) && (split < 0 || AcceptsTime(text[(split + 1)..]));
    }

    private static bool AcceptsDate(ReadOnlySpan<char> date)
    {
        var negative = date.StartsWith('-');
        date = negative ? date[1..] : date;
        var end = date.IndexOf('-');
        var year = end < 0 ? date : date[..end];
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || (negative ? -value < LeastYear : value > MostYear))
        {
            return false;
        }

        if (end < 0)
        {
            return true;
        }

        date = date[(end + 1)..];
        end = date.IndexOf('-');
        return Within(end < 0 ? date : date[..end], 1, 12) && (end < 0 || Within(date[(end + 1)..], 1, 31));
    }

    private static bool AcceptsTime(ReadOnlySpan<char> time)
    {
        var zone = time.IndexOfAny("zZ+-");
        if (zone >= 0)
        {
            if (!AcceptsZone(time[zone..]))
            {
                return false;
            }

            time = time[..zone];
        }

        if (time.Length == 0)
        {
            return true;
        }

        var fraction = time.IndexOf('.');
        if (fraction >= 0)
        {
            var digits = time[(fraction + 1)..];
            if (digits.Length is 0 or > 9 || digits.ContainsAnyExceptInRange('0', '9') || time[..fraction].Count(':') != 2)
            {
                return false;
            }

            time = time[..fraction];
        }

        var most = 23;
        var parts = 0;
        foreach (var range in time.Split(':'))
        {
            if (parts++ == 3 || !Within(time[range], 0, most))
            {
                return false;
            }

            most = 59;
        }

        return true;
    }

    private static bool AcceptsZone(ReadOnlySpan<char> zone)
    {
        if (zone[0] is 'z' or 'Z')
        {
            return zone.Length == 1;
        }

        return zone.Length is 3 or 6 && Within(zone[1..3], 0, 23) && (zone.Length == 3 || (zone[3] == ':' && Within(zone[4..], 0, 59)));
    }

    private static bool Within(ReadOnlySpan<char> text, int least, int most) =>
        text.Length <= 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most;
}
