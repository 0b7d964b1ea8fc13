using System.Text;

namespace Gatehouse.Signatures;

/// <summary>Gathers a signature from the <c>Authorization</c> header: steps 4 to 6 of AU-6.</summary>
internal static class HeaderForm
{
    internal static SignatureFault? Read<THeaders>(in THeaders headers, SignatureStyle style, ref SignatureDraft draft)
        where THeaders : IHeaderSource
    {
        var value = headers.Get(HeaderNames.Authorization, 0) ?? "";
        if (!value.StartsWith("AWS4-", StringComparison.Ordinal))
        {
            return Faults.Missing(style);
        }

        var name = AuthorizationHeader.AlgorithmOf(value);
        if (SignatureDraft.AlgorithmOf(name, style) is not { } algorithm)
        {
            return Faults.UnsupportedAlgorithm(style, name);
        }

        var parts = AuthorizationHeader.Read(value.AsMemory());
        if (parts.NoPair is { } piece)
        {
            return Faults.NoPair(style, piece.Span, value);
        }

        if (parts.Twice is { } twice)
        {
            return Faults.Incomplete(style, SignatureForm.Header, $"Authorization header has the '{twice}' parameter more than once.");
        }

        draft.Algorithm = algorithm;
        draft.Credential = parts.Credential;
        draft.SignedHeaders = parts.SignedHeaders;
        draft.Given = parts.Signature;
        ReadTime(headers, ref draft, out var timed);
        draft.RegionSet = algorithm == SignatureAlgorithm.EcdsaP256Sha256 ? Joined(headers, HeaderNames.RegionSet) : null;
        draft.HasChain = style == SignatureStyle.Certificate && headers.Count(HeaderNames.X509Chain) > 0;
        draft.SessionTokens = headers.Count(HeaderNames.SecurityToken);
        draft.SessionToken = draft.SessionTokens > 0 ? headers.Get(HeaderNames.SecurityToken, 0) ?? "" : null;
        return Lacks(draft, timed) is { } lacks ? Faults.HeaderLacks(style, lacks, name, value) : null;
    }

    private static void ReadTime<THeaders>(in THeaders headers, ref SignatureDraft draft, out bool there)
        where THeaders : IHeaderSource
    {
        var time = Joined(headers, HeaderNames.AmzDate);
        draft.TimeIsDateHeader = time is null;
        time ??= Joined(headers, HeaderNames.Date);
        draft.Time = time.AsMemory();
        there = time is not null;
    }

    private static string? Lacks(in SignatureDraft draft, bool timed)
    {
        var regionSetLacks = draft.Algorithm == SignatureAlgorithm.EcdsaP256Sha256 && string.IsNullOrEmpty(draft.RegionSet);
        if (!draft.Credential.IsEmpty && !draft.Given.IsEmpty && !draft.SignedHeaders.IsEmpty && timed && !regionSetLacks)
        {
            return null;
        }

        return new StringBuilder()
            .Append(draft.Credential.IsEmpty ? "Authorization header requires 'Credential' parameter. " : "")
            .Append(draft.Given.IsEmpty ? "Authorization header requires 'Signature' parameter. " : "")
            .Append(draft.SignedHeaders.IsEmpty ? "Authorization header requires 'SignedHeaders' parameter. " : "")
            .Append(timed ? "" : "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ")
            .Append(regionSetLacks ? "Authorization header requires existence of a 'X-Amz-Region-Set' header. " : "")
            .ToString();
    }

    /// <summary>The value of a header; of one sent twice, what the signature covers: both, joined by a comma.</summary>
    private static string? Joined<THeaders>(in THeaders headers, string name)
        where THeaders : IHeaderSource
    {
        var count = headers.Count(name);
        if (count < 2)
        {
            return count == 0 ? null : headers.Get(name, 0) ?? "";
        }

        var joined = new StringBuilder(headers.Get(name, 0));
        for (var index = 1; index < count; index++)
        {
            joined.Append(',').Append(headers.Get(name, index));
        }

        return joined.ToString();
    }
}
