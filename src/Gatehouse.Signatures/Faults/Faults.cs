using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Signatures;

/// <summary>Every fault found while reading a signature or comparing its scope, with AWS's sentence.</summary>
internal static class Faults
{
    /// <summary>AU-102, AU-7: the target is no path and query, or more than is read.</summary>
    internal static SignatureFault Malformed(SignatureStyle style, string message) =>
        new() { Kind = FaultKind.Malformed, Style = style, Message = message };

    /// <summary>AU-103.</summary>
    internal static SignatureFault BothForms(SignatureStyle style) => style == SignatureStyle.S3
        ? new()
        {
            Kind = FaultKind.Invalid,
            Style = style,
            Message = "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, "
                + "Signature query string parameter or the Authorization header should be specified",
        }
        : new()
        {
            Kind = FaultKind.Signature,
            Style = style,
            Message = "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
        };

    /// <summary>AU-104, AU-105.</summary>
    internal static SignatureFault Missing(SignatureStyle style, SignatureForm form = SignatureForm.Header) => new()
    {
        Kind = FaultKind.Missing,
        Style = style,
        Form = form,
        Message = style switch
        {
            SignatureStyle.S3 => "Access Denied",
            SignatureStyle.Query => "Request is missing Authentication Token",
            _ => "Missing Authentication Token",
        },
    };

    /// <summary>AU-106: an algorithm of AWS's that is not spoken in the query form.</summary>
    internal static SignatureFault MissingForAlgorithm(SignatureStyle style) =>
        style == SignatureStyle.S3
            ? Missing(style, SignatureForm.Query)
            : Missing(style, SignatureForm.Query) with { Message = "Missing Authentication Token" };

    /// <summary>AU-106: an algorithm of AWS's that is not spoken in the header form.</summary>
    internal static SignatureFault UnsupportedAlgorithm(SignatureStyle style, ReadOnlySpan<char> algorithm) =>
        Incomplete(style, SignatureForm.Header, $"Unsupported AWS 'algorithm': '{Echo.Of(algorithm)}'.");

    /// <summary>AU-144.</summary>
    internal static SignatureFault Version2(SignatureStyle style) => style == SignatureStyle.S3
        ? Malformed(style, "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.")
        : Incomplete(style, SignatureForm.Query, "AWS Signature Version 2 is not supported.");

    internal static SignatureFault Incomplete(SignatureStyle style, SignatureForm form, string message) =>
        new() { Kind = FaultKind.Incomplete, Style = style, Form = form, Message = message };

    internal static SignatureFault Refused(SignatureStyle style, SignatureForm form, string message) =>
        new() { Kind = FaultKind.Signature, Style = style, Form = form, Message = message };

    /// <summary>AU-107. The header itself is never shown (AU-8): its hash stands for it.</summary>
    internal static SignatureFault NoPair(SignatureStyle style, ReadOnlySpan<char> piece, string header) => Incomplete(
        style, SignatureForm.Header, $"'{Echo.Of(piece)}' not a valid key=value pair (missing equal-sign) in Authorization header: '{HashOf(header)}'.");

    /// <summary>AU-108: every lack in one message.</summary>
    internal static SignatureFault HeaderLacks(SignatureStyle style, string lacks, ReadOnlySpan<char> algorithm, string header) => Incomplete(
        style, SignatureForm.Header, $"{lacks}(Hashed with SHA-256 and encoded with Base64) Authorization={Echo.Of(algorithm)} {HashOf(header)}");

    /// <summary>AU-111.</summary>
    internal static SignatureFault NoTime(SignatureStyle style, SignatureForm form, ReadOnlySpan<char> given) => Incomplete(
        style, form, $"Date must be in ISO-8601 'basic format'. Got '{Echo.Of(given)}'. See http://en.wikipedia.org/wiki/ISO_8601");

    /// <summary>AU-112.</summary>
    internal static SignatureFault Skew(SignatureStyle style, SignatureForm form, DateTimeOffset time, DateTimeOffset now, TimeSpan skew)
    {
        var fault = new SignatureFault { Kind = FaultKind.Skew, Style = style, Form = form, Message = SkewMessage(time, now, skew) };
        return style != SignatureStyle.S3 ? fault : fault with
        {
            Message = "The difference between the request time and the current time is too large.",
            Elements =
            [
                new("RequestTime", BasicTime.Write(time)),
                new("ServerTime", BasicTime.WriteExtended(now)),
                new("MaxAllowedSkewMilliseconds", skew.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)),
            ],
        };
    }

    /// <summary>AU-140: a presigned S3-style URL before its time or past its end.</summary>
    internal static SignatureFault OutsideLife(string message, ImmutableArray<FaultElement> elements) =>
        new() { Kind = FaultKind.Deny, Style = SignatureStyle.S3, Form = SignatureForm.Query, Message = message, Elements = elements };

    /// <summary>AU-113, AU-162.</summary>
    internal static SignatureFault NoCredential(SignatureStyle style, SignatureForm form, SignatureAlgorithm algorithm, ReadOnlySpan<char> given) =>
        Incomplete(style, form, (style, StringToSign.HasRegion(algorithm)) switch
        {
            (SignatureStyle.S3, true) =>
                "the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".",
            (SignatureStyle.S3, _) => "the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/SERVICE/aws4_request\".",
            (_, true) =>
                $"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{Echo.Of(given)}'",
            _ => $"Credential must have exactly 4 slash-delimited elements, e.g. keyid/date/service/term, got '{Echo.Of(given)}'",
        });

    /// <summary>AU-147, the long text.</summary>
    internal static SignatureFault Mismatch(SignatureStyle style, SignatureForm form) => Refused(style, form, style == SignatureStyle.S3
        ? "The request signature we calculated does not match the signature you provided. Check your key and signing method."
        : "The request signature we calculated does not match the signature you provided. "
            + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");

    /// <summary>A fault that only S3-style services know.</summary>
    internal static SignatureFault OfS3(FaultKind kind, string message) => new() { Kind = kind, Style = SignatureStyle.S3, Message = message };

    private static string SkewMessage(DateTimeOffset time, DateTimeOffset now, TimeSpan skew)
    {
        var (d, n, minutes) = (BasicTime.Write(time), BasicTime.Write(now), skew.TotalMinutes.ToString(CultureInfo.InvariantCulture));
        return time < now
            ? $"Signature expired: {d} is now earlier than {BasicTime.Write(now - skew)} ({n} - {minutes} min.)"
            : $"Signature not yet current: {d} is still later than {BasicTime.Write(now + skew)} ({n} + {minutes} min.)";
    }

    private static string HashOf(string header) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(header)));
}
