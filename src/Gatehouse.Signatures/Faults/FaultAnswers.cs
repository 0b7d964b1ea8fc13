namespace Gatehouse.Signatures;

/// <summary>The table of AU-4: status and code of each kind of fault in each family of services.</summary>
internal static class FaultAnswers
{
    internal static (int Status, string Code) Of(SignatureFault fault) => fault.Style switch
    {
        SignatureStyle.Query => OfQuery(fault.Kind),
        SignatureStyle.Json => OfJson(fault.Kind),
        SignatureStyle.Rest or SignatureStyle.Certificate => OfRest(fault.Kind),
        SignatureStyle.S3 => OfS3(fault.Kind, fault.Form),
        _ => throw new InvalidOperationException($"No such style: {fault.Style}."),
    };

    private static (int Status, string Code) OfQuery(FaultKind kind) => kind switch
    {
        FaultKind.Missing => (403, "MissingAuthenticationToken"),
        FaultKind.Incomplete => (400, "IncompleteSignature"),
        FaultKind.Signature or FaultKind.Skew or FaultKind.Scope => (403, "SignatureDoesNotMatch"),
        FaultKind.Key or FaultKind.Token => (403, "InvalidClientTokenId"),
        FaultKind.Expired => (403, "ExpiredToken"),
        FaultKind.OptIn => (403, "OptInRequired"),
        FaultKind.Deny => (403, "AccessDenied"),
        FaultKind.Throttle => (400, "Throttling"),
        FaultKind.Malformed => (400, "MalformedQueryString"),
        FaultKind.TooBig => (413, "RequestEntityTooLarge"),
        FaultKind.Invalid => (400, "ValidationError"),
        _ => throw NotOfThisStyle(kind),
    };

    private static (int Status, string Code) OfJson(FaultKind kind) => kind switch
    {
        FaultKind.OptIn => (403, "OptInRequired"),
        FaultKind.TooBig => (413, "RequestEntityTooLargeException"),
        _ => (400, JsonCode(kind)),
    };

    private static (int Status, string Code) OfRest(FaultKind kind) => kind switch
    {
        FaultKind.Malformed or FaultKind.Invalid => (400, JsonCode(kind)),
        FaultKind.Throttle => (429, JsonCode(kind)),
        FaultKind.TooBig => (413, JsonCode(kind)),
        _ => (403, JsonCode(kind)),
    };

    private static string JsonCode(FaultKind kind) => kind switch
    {
        FaultKind.Missing => "MissingAuthenticationTokenException",
        FaultKind.Incomplete => "IncompleteSignatureException",
        FaultKind.Signature or FaultKind.Skew or FaultKind.Scope => "InvalidSignatureException",
        FaultKind.Key or FaultKind.Token => "UnrecognizedClientException",
        FaultKind.Expired => "ExpiredTokenException",
        FaultKind.OptIn => "OptInRequired",
        FaultKind.Deny => "AccessDeniedException",
        FaultKind.Throttle => "ThrottlingException",
        FaultKind.Malformed => "SerializationException",
        FaultKind.TooBig => "RequestEntityTooLargeException",
        FaultKind.Invalid => "ValidationException",
        _ => throw NotOfThisStyle(kind),
    };

    private static (int Status, string Code) OfS3(FaultKind kind, SignatureForm form) => kind switch
    {
        FaultKind.Missing or FaultKind.Deny => (403, "AccessDenied"),
        FaultKind.Incomplete or FaultKind.Scope => (400, form == SignatureForm.Header ? "AuthorizationHeaderMalformed" : "AuthorizationQueryParametersError"),
        FaultKind.Signature => (403, "SignatureDoesNotMatch"),
        FaultKind.Skew => (403, "RequestTimeTooSkewed"),
        FaultKind.Key => (403, "InvalidAccessKeyId"),
        FaultKind.Token => (400, "InvalidToken"),
        FaultKind.Expired => (400, "ExpiredToken"),
        FaultKind.OptIn => (403, "NotSignedUp"),
        FaultKind.Throttle => (503, "SlowDown"),
        FaultKind.Malformed => (400, "InvalidRequest"),
        FaultKind.TooBig => (400, "EntityTooLarge"),
        FaultKind.Invalid => (400, "InvalidArgument"),
        FaultKind.ContentHash => (400, "XAmzContentSHA256Mismatch"),
        FaultKind.ContentLength => (411, "MissingContentLength"),
        FaultKind.IncompleteBody => (400, "IncompleteBody"),
        FaultKind.Trailer => (400, "MalformedTrailerError"),
        FaultKind.Digest => (400, "BadDigest"),
        FaultKind.PolicyDocument => (400, "InvalidPolicyDocument"),
        FaultKind.TooSmall => (400, "EntityTooSmall"),
        _ => throw NotOfThisStyle(kind),
    };

    private static InvalidOperationException NotOfThisStyle(FaultKind kind) => new($"{kind} is answered by S3-style services only.");
}
