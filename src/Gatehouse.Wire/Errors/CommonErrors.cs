namespace Gatehouse.Wire;

/// <summary>The table of AU-4: each common error as each protocol says it.</summary>
internal static class CommonErrors
{
    internal static (int Status, string Code) Query(CommonError kind) => kind switch
    {
        CommonError.MissingAuthentication => (403, "MissingAuthenticationToken"),
        CommonError.IncompleteSignature => (400, "IncompleteSignature"),
        CommonError.Signature or CommonError.Skew or CommonError.Scope => (403, "SignatureDoesNotMatch"),
        CommonError.Key or CommonError.Token => (403, "InvalidClientTokenId"),
        CommonError.Expired => (403, "ExpiredToken"),
        CommonError.OptIn => (403, "OptInRequired"),
        CommonError.AccessDenied => (403, "AccessDenied"),
        CommonError.Throttling => (400, "Throttling"),
        CommonError.Malformed => (400, "MalformedQueryString"),
        CommonError.TooBig => (413, "RequestEntityTooLarge"),
        CommonError.Validation => (400, "ValidationError"),
        CommonError.InvalidParameterValue => (400, "InvalidParameterValue"),
        CommonError.InvalidAction => (400, "InvalidAction"),
        CommonError.MissingAction => (400, "MissingAction"),
        CommonError.MethodNotAllowed => (405, "MethodNotAllowed"),
        CommonError.Misdirected => (421, "MisdirectedRequest"),
        CommonError.NotImplemented => (501, "NotImplemented"),
        CommonError.ServiceUnavailable => (503, "ServiceUnavailable"),
        _ => (500, "InternalFailure"),
    };

    internal static (int Status, string Code) Json(CommonError kind) => kind switch
    {
        CommonError.MissingAuthentication => (400, "MissingAuthenticationTokenException"),
        CommonError.IncompleteSignature => (400, "IncompleteSignatureException"),
        CommonError.Signature or CommonError.Skew or CommonError.Scope => (400, "InvalidSignatureException"),
        CommonError.Key or CommonError.Token => (400, "UnrecognizedClientException"),
        CommonError.Expired => (400, "ExpiredTokenException"),
        CommonError.AccessDenied => (400, "AccessDeniedException"),
        CommonError.Throttling => (400, "ThrottlingException"),
        CommonError.Malformed => (400, "SerializationException"),
        CommonError.TooBig => (413, "RequestEntityTooLargeException"),
        CommonError.Validation => (400, "ValidationException"),
        CommonError.InvalidParameterValue => (400, "InvalidParameterValueException"),
        CommonError.InvalidAction or CommonError.MissingAction => (400, "UnknownOperationException"),
        CommonError.ServiceUnavailable => (503, "ServiceUnavailableException"),
        _ => Query(kind),
    };

    internal static (int Status, string Code) Rest(CommonError kind) => kind switch
    {
        CommonError.MissingAuthentication or CommonError.IncompleteSignature or CommonError.Signature or CommonError.Skew or CommonError.Scope
            or CommonError.Key or CommonError.Token or CommonError.Expired or CommonError.AccessDenied => (403, Json(kind).Code),
        CommonError.Throttling => (429, "ThrottlingException"),
        CommonError.InvalidAction or CommonError.MissingAction => (404, "UnknownOperationException"),
        _ => Json(kind),
    };
}
