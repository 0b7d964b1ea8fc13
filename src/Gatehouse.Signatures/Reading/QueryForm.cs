using System.Text;

namespace Gatehouse.Signatures;

/// <summary>Gathers a signature from the query, that is, from a presigned URL: steps 4 to 6 of AU-6. Date and token headers do not count here.</summary>
internal static class QueryForm
{
    internal static SignatureFault? Read(in QueryParameters query, SignatureStyle style, ref SignatureDraft draft)
    {
        var name = query.Algorithm.Value.Span;
        // AU-860: a certificate comes in headers, so its signature does too.
        if (style == SignatureStyle.Certificate || SignatureDraft.AlgorithmOf(name, style) is not { } algorithm)
        {
            return name.StartsWith("AWS4-", StringComparison.Ordinal) ? Faults.MissingForAlgorithm(style) : Faults.Missing(style, SignatureForm.Query);
        }

        draft.Form = SignatureForm.Query;
        draft.Algorithm = algorithm;
        draft.Credential = query.Credential.Value;
        draft.SignedHeaders = query.SignedHeaders.Value;
        draft.Given = query.Signature.Value;
        draft.Time = query.Date.Value;
        draft.Expires = query.Expires.Value;
        draft.RegionSet = algorithm == SignatureAlgorithm.EcdsaP256Sha256 ? query.RegionSet.Value.ToString() : null;
        draft.SessionTokens = query.SecurityToken.Count;
        draft.SessionToken = query.SecurityToken.Count > 0 ? query.SecurityToken.Value.ToString() : null;
        return Lacks(query, style, algorithm) is { } lacks
            ? Faults.Incomplete(style, SignatureForm.Query, $"{lacks}Re-examine the query-string parameters.")
            : null;
    }

    private static string? Lacks(in QueryParameters query, SignatureStyle style, SignatureAlgorithm algorithm)
    {
        StringBuilder? lacks = null;
        Require(query.Algorithm, "X-Amz-Algorithm", true, ref lacks);
        Require(query.Credential, "X-Amz-Credential", true, ref lacks);
        Require(query.Signature, "X-Amz-Signature", true, ref lacks);
        Require(query.SignedHeaders, "X-Amz-SignedHeaders", true, ref lacks);
        Require(query.Date, "X-Amz-Date", true, ref lacks);
        Require(query.Expires, "X-Amz-Expires", style == SignatureStyle.S3, ref lacks);
        Require(query.RegionSet, "X-Amz-Region-Set", algorithm == SignatureAlgorithm.EcdsaP256Sha256, ref lacks);
        Require(query.SecurityToken, "X-Amz-Security-Token", false, ref lacks);
        return lacks?.ToString();
    }

    private static void Require(in QueryParameter parameter, string name, bool needed, ref StringBuilder? lacks)
    {
        if (parameter.Count > 1)
        {
            (lacks ??= new()).Append($"AWS query-string parameters must include '{name}' only once. ");
        }
        else if (needed && parameter.Value.IsEmpty)
        {
            (lacks ??= new()).Append($"AWS query-string parameters must include '{name}'. ");
        }
    }
}
