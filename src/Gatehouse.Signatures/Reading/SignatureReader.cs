using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Signatures;

/// <summary>Reads what a request says about its signature, and refuses what cannot be one: steps 2 to 10 of AU-6.</summary>
public static class SignatureReader
{
    /// <summary>The most header names a signature may cover (AU-7).</summary>
    public const int MaxSignedHeaders = 64;

    /// <summary>Reads the signature of a request, in the header or the query form.</summary>
    /// <typeparam name="THeaders">The headers' type.</typeparam>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="style">The family of the service it was routed to.</param>
    /// <param name="rules">What the installation chose.</param>
    /// <param name="now">The server's clock.</param>
    /// <param name="signature">What the request says; nothing of it is proven.</param>
    /// <param name="fault">Why it is refused: the first fault in the order of AU-6.</param>
    /// <remarks>An operation that needs no caller is not read at all: its credentials are ignored (AU-12).</remarks>
    public static bool TryRead<THeaders>(
        in IncomingRequest<THeaders> request,
        SignatureStyle style,
        SignatureRules rules,
        DateTimeOffset now,
        out Signature signature,
        [NotNullWhen(false)] out SignatureFault? fault)
        where THeaders : IHeaderSource
    {
        ArgumentNullException.ThrowIfNull(rules);
        var draft = default(SignatureDraft);
        signature = default;
        fault = Gather(request, style, ref draft)
            ?? CheckSignedHeaders(draft, style)
            ?? Finish(draft, style, rules, now, out signature);
        return fault is null;
    }

    private static SignatureFault? Gather<THeaders>(in IncomingRequest<THeaders> request, SignatureStyle style, ref SignatureDraft draft)
        where THeaders : IHeaderSource
    {
        if (!RequestTarget.TryParse(request.Target, out var target))
        {
            return Faults.Malformed(style, "The request target is not a path with whole escapes.");
        }

        if (!QueryParameters.TryFind(target.Query, out var query))
        {
            return Faults.Malformed(style, $"The query string has more than {QueryParameters.Limit} parameters.");
        }

        var headers = request.Headers.Count(HeaderNames.Authorization);
        var inQuery = query.Algorithm.Count > 0;
        return (headers, inQuery) switch
        {
            ( > 0, true) => Faults.BothForms(style),
            ( > 1, false) => Faults.Incomplete(style, SignatureForm.Header, "A request must not have more than one Authorization header."),
            _ when query.Version2 => Faults.Version2(style),
            (_, true) => QueryForm.Read(query, style, ref draft),
            (1, false) => HeaderForm.Read(request.Headers, style, ref draft),
            _ => Faults.Missing(style),
        };
    }

    private static SignatureFault? CheckSignedHeaders(in SignatureDraft draft, SignatureStyle style)
    {
        var names = draft.SignedHeaders.Span;
        if (names.Count(';') >= MaxSignedHeaders)
        {
            return Faults.Incomplete(style, draft.Form, $"A signature must not cover more than {MaxSignedHeaders} headers.");
        }

        if (!Signature.Lists(names, HeaderNames.Host) && !Signature.Lists(names, HeaderNames.Authority))
        {
            return Faults.Refused(style, draft.Form, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }

        if (style == SignatureStyle.Json && !Signature.Lists(names, HeaderNames.Target))
        {
            return MustBeSigned(HeaderNames.Target, style, draft.Form);
        }

        // AU-860: a certificate that the signature does not cover is nobody's word.
        if (style == SignatureStyle.Certificate && !Signature.Lists(names, HeaderNames.X509))
        {
            return MustBeSigned(HeaderNames.X509, style, draft.Form);
        }

        if (draft.HasChain && !Signature.Lists(names, HeaderNames.X509Chain))
        {
            return MustBeSigned(HeaderNames.X509Chain, style, draft.Form);
        }

        // The region set decides where a signature is good, so a header that anyone could have added must not be it.
        return draft.Algorithm == SignatureAlgorithm.EcdsaP256Sha256 && draft.Form == SignatureForm.Header && !Signature.Lists(names, HeaderNames.RegionSet)
            ? MustBeSigned(HeaderNames.RegionSet, style, draft.Form)
            : null;
    }

    private static SignatureFault MustBeSigned(string name, SignatureStyle style, SignatureForm form) =>
        Faults.Refused(style, form, $"'{name}' must be a 'SignedHeader' in the AWS Authorization.");

    private static SignatureFault? Finish(in SignatureDraft draft, SignatureStyle style, SignatureRules rules, DateTimeOffset now, out Signature signature)
    {
        signature = default;
        var isBasic = BasicTime.TryRead(draft.Time.Span, out var time);
        if (!isBasic && !(draft.TimeIsDateHeader && BasicTime.TryReadRfc1123(draft.Time.Span, out time)))
        {
            return Faults.NoTime(style, draft.Form, draft.Time.Span);
        }

        DateTimeOffset? end = null;
        var late = style == SignatureStyle.S3 && draft.Form == SignatureForm.Query
            ? RequestWindow.CheckPresigned(time, draft.Expires.Span, now, out end)
            : RequestWindow.Check(time, now, rules.ClockSkew, style, draft.Form);
        if (late is not null)
        {
            return late;
        }

        if (!HasParts(draft.Credential.Span, StringToSign.HasRegion(draft.Algorithm) ? 5 : 4))
        {
            return Faults.NoCredential(style, draft.Form, draft.Algorithm, draft.Credential.Span);
        }

        signature = new()
        {
            Style = style,
            Form = draft.Form,
            Algorithm = draft.Algorithm,
            CredentialText = draft.Credential,
            SignedHeadersText = draft.SignedHeaders,
            Given = draft.Given,
            Time = time,
            BasicTime = isBasic ? draft.Time : BasicTime.Write(time).AsMemory(),
            Expires = end,
            SessionToken = draft.SessionToken,
            SessionTokens = draft.SessionTokens,
            RegionSet = draft.RegionSet,
        };
        return null;
    }

    private static bool HasParts(ReadOnlySpan<char> credential, int wanted)
    {
        var parts = 0;
        foreach (var part in credential.Split('/'))
        {
            if (credential[part].IsEmpty || ++parts > wanted)
            {
                return false;
            }
        }

        return parts == wanted;
    }
}
