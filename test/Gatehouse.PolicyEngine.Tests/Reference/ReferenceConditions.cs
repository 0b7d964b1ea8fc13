using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gatehouse.PolicyEngine.Tests.Reference;

/// <summary>PL-70 to PL-102, plainly.</summary>
internal static partial class ReferenceConditions
{
    private static readonly string[] Known =
    [
        "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike",
        "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals",
        "DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals",
        "Bool", "BinaryEquals", "IpAddress", "NotIpAddress", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "Null",
    ];

    /// <returns>True or false; null when the tests that are understood hold, but one is not.</returns>
    public static bool? Holds(ReferenceCase one, JsonElement statement, bool variables)
    {
        var unsure = false;
        if (!statement.TryGetProperty("Condition", out var blocks))
        {
            return true;
        }

        foreach (var block in blocks.EnumerateObject())
        {
            foreach (var key in block.Value.EnumerateObject())
            {
                var holds = Holds(one, block.Name, key.Name, [.. ReferenceText.Strings(key.Value)], variables);
                if (holds == false)
                {
                    return false;
                }

                unsure |= holds is null;
            }
        }

        return unsure ? null : true;
    }

    private static bool? Holds(ReferenceCase one, string written, string key, string[] wanted, bool variables)
    {
        var name = written;
        var all = name.StartsWith("ForAllValues:", StringComparison.Ordinal);
        var any = name.StartsWith("ForAnyValue:", StringComparison.Ordinal);
        name = all ? name["ForAllValues:".Length..] : any ? name["ForAnyValue:".Length..] : name;
        var ifExists = name.EndsWith("IfExists", StringComparison.Ordinal);
        name = ifExists ? name[..^"IfExists".Length] : name;
        if (!Known.Contains(name) || (name == "Null" && ifExists))
        {
            return null;
        }

        var seen = one.Context.TryGetValue(key, out var values) ? values : [];
        if (name == "Null")
        {
            // PL-82 to PL-84.
            return all || (!any && wanted.Any(value => string.Equals(value, seen.Length == 0 ? "true" : "false", StringComparison.OrdinalIgnoreCase)));
        }

        var negated = name.Contains("Not", StringComparison.Ordinal);
        if (seen.Length == 0)
        {
            // PL-76, PL-78 to PL-81.
            return ifExists || all || (negated && !any);
        }

        if (wanted.Length == 0)
        {
            // PL-88; several values under no set operator are false in any case (PL-77).
            return negated && !all && !any && !ifExists && seen.Length == 1;
        }

        bool Test(string value) => negated ? NoneMatches(one, name, value, wanted, variables) : wanted.Any(want => Matches(one, name, value, want, variables) == true);

        if (all)
        {
            // PL-79: a lone empty value counts as none.
            return (seen.Length == 1 && seen[0] == "") || seen.All(Test);
        }

        return any ? seen.Any(Test) : seen.Length == 1 && Test(seen[0]);
    }

    private static bool NoneMatches(ReferenceCase one, string name, string value, string[] wanted, bool variables)
    {
        var results = wanted.Select(want => Matches(one, name.Replace("Not", "", StringComparison.Ordinal), value, want, variables)).ToArray();
        return results.All(result => result == false);
    }

    /// <returns>Null when one of the two cannot be read (PL-89).</returns>
    private static bool? Matches(ReferenceCase one, string name, string value, string want, bool variables)
    {
        var context = variables ? one.Context : null;
        if (name.StartsWith("String", StringComparison.Ordinal))
        {
            var tokens = ReferenceText.Tokens(want, context, wildcards: name == "StringLike");
            return name == "StringEqualsIgnoreCase"
                ? tokens is not null && string.Equals(ReferenceText.Plain(tokens), value, StringComparison.OrdinalIgnoreCase)
                : ReferenceText.Glob(tokens, value);
        }

        if (name.StartsWith("Numeric", StringComparison.Ordinal))
        {
            return Compare(name["Numeric".Length..], Number(value), Number(want), CompareNumbers);
        }

        if (name.StartsWith("Date", StringComparison.Ordinal))
        {
            return Compare(name["Date".Length..], Date(value), Date(want), (left, right) => left.CompareTo(right));
        }

        if (name.StartsWith("Arn", StringComparison.Ordinal))
        {
            var (parts, fields) = (ReferenceText.Fields(want), value.Split(':', 6));
            return parts.Count < 6 || fields.Length < 6 ? null : Enumerable.Range(0, 6).All(i => ReferenceText.Glob(ReferenceText.Tokens(parts[i], context), fields[i]));
        }

        switch (name)
        {
            case "Bool":
                var word = ReferenceText.Tokens(want, context, wildcards: false) is { } tokens ? ReferenceText.Plain(tokens) : "";
                return (value.ToLowerInvariant(), word.ToLowerInvariant()) is ("true", "true") or ("false", "false");
            case "BinaryEquals":
                return Bytes(value) is { } left && Bytes(want) is { } right ? left.SequenceEqual(right) : null;
            default:
                var slash = want.IndexOf('/');
                var (address, network) = (Address(value), Address(slash < 0 ? want : want[..slash]));
                if (address is null || network is null || (slash >= 0 && !(int.TryParse(want[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits <= network.GetAddressBytes().Length * 8)))
                {
                    return null;
                }

                address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
                var width = network.GetAddressBytes().Length * 8;
                var length = slash < 0 ? width : int.Parse(want[(slash + 1)..], CultureInfo.InvariantCulture);
                return address.AddressFamily == network.AddressFamily
                    && Enumerable.Range(0, length).All(bit => Bit(address, bit) == Bit(network, bit));
        }
    }

    private static bool? Compare<T>(string order, T? left, T? right, Comparison<T> compare)
        where T : struct
    {
        if (left is not { } one || right is not { } other)
        {
            return null;
        }

        var result = compare(one, other);
        return order switch
        {
            "Equals" => result == 0,
            "LessThan" => result < 0,
            "LessThanEquals" => result <= 0,
            "GreaterThan" => result > 0,
            _ => result >= 0,
        };
    }

    private static (BigInteger Digits, int Exponent)? Number(string text)
    {
        var match = NumberForm().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var fraction = match.Groups[2].Value;
        var exponent = match.Groups[3].Success ? int.Parse(match.Groups[3].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var digits = BigInteger.Parse(match.Groups[1].Value + fraction, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return (digits, exponent - fraction.Length);
    }

    private static int CompareNumbers((BigInteger Digits, int Exponent) left, (BigInteger Digits, int Exponent) right)
    {
        var least = Math.Min(left.Exponent, right.Exponent);
        return (left.Digits * BigInteger.Pow(10, left.Exponent - least)).CompareTo(right.Digits * BigInteger.Pow(10, right.Exponent - least));
    }

    private static decimal? Date(string text)
    {
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
        }

        var match = DateForm().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int Part(string name, int missing) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : missing;
        var (year, month, day) = (Part("y", 1), Part("mo", 1), Part("d", 1));
        var (hour, minute, second) = (Part("h", 0), Part("mi", 0), Part("s", 0));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59 || Part("zh", 0) > 23 || Part("zm", 0) > 59)
        {
            return null;
        }

        var instant = (decimal)(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalSeconds;
        instant += match.Groups["f"].Success ? decimal.Parse("0." + match.Groups["f"].Value, CultureInfo.InvariantCulture) : 0;
        var offset = (Part("zh", 0) * 3600) + (Part("zm", 0) * 60);
        return instant - (match.Groups["zs"].Value == "-" ? -offset : offset);
    }

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }

    private static IPAddress? Address(string text)
    {
        if (text.Contains(':'))
        {
            return !text.Contains('%') && !text.Contains('[') && IPAddress.TryParse(text, out var six) && six.AddressFamily == AddressFamily.InterNetworkV6 ? six : null;
        }

        return FourForm().IsMatch(text) && IPAddress.TryParse(text, out var four) ? four : null;
    }

    private static bool Bit(IPAddress address, int bit) => (address.GetAddressBytes()[bit / 8] & (0x80 >> (bit % 8))) != 0;

    [GeneratedRegex(@"^([+-]?[0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?\z", RegexOptions.None, 60_000)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<mo>[0-9]{2})(-(?<d>[0-9]{2})([Tt](?<h>[0-9]{2})(:(?<mi>[0-9]{2})(:(?<s>[0-9]{2})(\.(?<f>[0-9]{1,9}))?)?)?([Zz]|(?<zs>[+-])(?<zh>[0-9]{2})(:(?<zm>[0-9]{2}))?)?)?)?\z", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,2})(\.(0|[1-9][0-9]{0,2})){3}\z", RegexOptions.None, 60_000)]
    private static partial Regex FourForm();
}
