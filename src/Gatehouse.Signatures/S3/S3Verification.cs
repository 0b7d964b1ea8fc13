using System.Collections.Immutable;
using System.Text;

namespace Gatehouse.Signatures;

/// <summary>Step 14 of AU-6 for S3-style requests: every header of AWS's is signed (AU-130), and the signature fits (AU-147).</summary>
internal static class S3Verification
{
    internal static SignatureFault? Run<THeaders>(
        in Signature signature, VerificationKey key, in IncomingRequest<THeaders> request, in S3Payload payload)
        where THeaders : IHeaderSource
    {
        if (FindUnsigned(signature, request.Headers) is { } unsigned)
        {
            return Faults.OfS3(FaultKind.Deny, "There were headers present in the request which were not signed") with
            {
                Form = signature.Form,
                Elements = [new("HeadersNotSigned", unsigned)],
            };
        }

        var text = Encoding.UTF8.GetBytes(payload.Text);
        return SignatureVerifier.Fits(signature, key, request, text)
            ? null
            : Faults.Mismatch(signature.Style, signature.Form) with
            {
                Elements = Describe(signature, SignatureVerifier.ExplainToClient(signature, request, text)),
            };
    }

    private static string? FindUnsigned<THeaders>(in Signature signature, in THeaders headers)
        where THeaders : IHeaderSource
    {
        List<string>? unsigned = null;
        foreach (var name in headers.Names)
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && name.ToLowerInvariant() is var lower && !signature.Signs(lower))
            {
                (unsigned ??= []).Add(lower);
            }
        }

        return unsigned is null ? null : string.Join(", ", unsigned.Order(StringComparer.Ordinal));
    }

    private static ImmutableArray<FaultElement> Describe(in Signature signature, SignatureEcho? echo)
    {
        ImmutableArray<FaultElement> who =
        [
            new("AWSAccessKeyId", Echo.Of(signature.AccessKeyId)),
            new("SignatureProvided", Echo.Of(signature.Given.Span)),
        ];
        return echo is null ? who : who.AddRange(
            new("StringToSign", echo.StringToSign),
            new("StringToSignBytes", Bytes(echo.StringToSign)),
            new("CanonicalRequest", echo.CanonicalRequest),
            new("CanonicalRequestBytes", Bytes(echo.CanonicalRequest)));
    }

    private static string Bytes(string text) => string.Join(' ', Encoding.UTF8.GetBytes(text).Select(value => value.ToString("x2")));
}
