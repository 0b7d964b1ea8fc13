namespace Gatehouse.Wire;

/// <summary>The errors that every service has and no model names (AU-4). Code and status depend on the protocol.</summary>
public enum CommonError
{
    /// <summary>No credentials at all (MISSING).</summary>
    MissingAuthentication,

    /// <summary>Credentials with a part missing or misformed (INCOMPLETE).</summary>
    IncompleteSignature,

    /// <summary>The signature is not ours (SIG).</summary>
    Signature,

    /// <summary>Signed too long ago or in the future (SKEW).</summary>
    Skew,

    /// <summary>Signed for another service, region or day (SCOPE).</summary>
    Scope,

    /// <summary>The access key is unknown or inactive (KEY).</summary>
    Key,

    /// <summary>The session token is missing or wrong (TOKEN).</summary>
    Token,

    /// <summary>The session has ended (EXPIRED).</summary>
    Expired,

    /// <summary>The account has not enabled what is asked for (OPTIN).</summary>
    OptIn,

    /// <summary>The caller may not (DENY).</summary>
    AccessDenied,

    /// <summary>Too many requests (THROTTLE).</summary>
    Throttling,

    /// <summary>The request cannot be read (MALFORMED).</summary>
    Malformed,

    /// <summary>The body is too large (TOOBIG).</summary>
    TooBig,

    /// <summary>A parameter breaks a constraint of the model (INVALID).</summary>
    Validation,

    /// <summary>A parameter is well formed and still not possible.</summary>
    InvalidParameterValue,

    /// <summary>No such operation (AU-13).</summary>
    InvalidAction,

    /// <summary>A Query request that names no operation.</summary>
    MissingAction,

    /// <summary>Neither GET nor POST where only those are known (AU-13).</summary>
    MethodNotAllowed,

    /// <summary>The route is not offered here (EN-2).</summary>
    Misdirected,

    /// <summary>A known operation that this server does not offer.</summary>
    NotImplemented,

    /// <summary>Our own mistake.</summary>
    InternalFailure,

    /// <summary>The store is away; nothing has changed.</summary>
    ServiceUnavailable,
}
