using System.Text;

namespace Gatehouse.Signatures;

/// <summary>Compares a credential's scope with what the request was routed to (AU-114, AU-162).</summary>
internal static class ScopeCheck
{
    private const int MaxRegionLength = 64;
    private const string Terminator = "aws4_request";

    internal static SignatureFault? Run(in Signature signature, string signingName, SignatureRules rules)
    {
        var dateLength = Math.Min(8, signature.TimeText.Length);
        var regionFits = StringToSign.HasRegion(signature.Algorithm)
            ? IsRegion(signature.Region) && (rules.RegionLookup is not { } regions || regions.Contains(signature.Region))
            : RegionSetFits(signature.RegionSet, rules.Region);
        var serviceFits = signature.Service.SequenceEqual(signingName);
        var terminatorFits = signature.Terminator is Terminator;
        var dateFits = signature.Date.SequenceEqual(signature.TimeText[..dateLength]);
        if (regionFits && serviceFits && terminatorFits && dateFits)
        {
            return null;
        }

        var message = new StringBuilder();
        if (!regionFits)
        {
            message.Append(RegionText(signature, rules));
        }

        if (!serviceFits)
        {
            message.Append($"Credential should be scoped to correct service: '{signingName}'. ");
        }

        if (!terminatorFits)
        {
            message.Append($"Credential should be scoped with a valid terminator: '{Terminator}', not '{Echo.Of(signature.Terminator)}'. ");
        }

        if (!dateFits)
        {
            message.Append("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: ")
                .Append($"'{Echo.Of(signature.Date)}' != '{signature.TimeText[..dateLength]}', from '{signature.TimeText}'.");
        }

        return new()
        {
            Kind = FaultKind.Scope,
            Style = signature.Style,
            Form = signature.Form,
            Message = message.ToString(),
            Elements = signature.Style == SignatureStyle.S3 && !regionFits ? [new("Region", rules.Region)] : [],
        };
    }

    /// <summary>Whether a region set names a region: a comma list of regions in which <c>*</c> stands for any characters.</summary>
    internal static bool RegionSetFits(ReadOnlySpan<char> set, ReadOnlySpan<char> region)
    {
        foreach (var part in set.Split(','))
        {
            if (Matches(set[part].Trim(" \t"), region))
            {
                return true;
            }
        }

        return false;
    }

    private static string RegionText(in Signature signature, SignatureRules rules)
    {
        var given = Echo.Of(StringToSign.HasRegion(signature.Algorithm) ? signature.Region : signature.RegionSet);
        return signature.Style == SignatureStyle.S3
            ? $"the region '{given}' is wrong; expecting '{rules.Region}'"
            : $"Credential should be scoped to a valid region, not '{given}'. ";
    }

    private static bool IsRegion(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxRegionLength)
        {
            return false;
        }

        var last = '-';
        foreach (var character in text)
        {
            if (character == '-' ? last == '-' : !char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character))
            {
                return false;
            }

            last = character;
        }

        return last != '-';
    }

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (at, star, retry) = (0, -1, 0);
        for (var index = 0; index < text.Length;)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                retry = index;
            }
            else if (at < pattern.Length && pattern[at] == text[index])
            {
                at++;
                index++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                index = ++retry;
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].IndexOfAnyExcept('*') < 0;
    }
}
