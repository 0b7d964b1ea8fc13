namespace Gatehouse.Signatures;

/// <summary>Why a request is not authenticated, before any protocol gives it a code (AU-4).</summary>
public enum FaultKind
{
    /// <summary>No credentials, or of a scheme not spoken here.</summary>
    Missing,

    /// <summary>Credentials with parts lacking, doubled or unreadable.</summary>
    Incomplete,

    /// <summary>The signature does not fit the request.</summary>
    Signature,

    /// <summary>The request's time lies outside the window.</summary>
    Skew,

    /// <summary>Signed for another region, service or day.</summary>
    Scope,

    /// <summary>The access key is unknown or not active.</summary>
    Key,

    /// <summary>The session token does not open, or belongs to another key.</summary>
    Token,

    /// <summary>The session has ended.</summary>
    Expired,

    /// <summary>The account has not enabled the region or feature.</summary>
    OptIn,

    /// <summary>Not allowed.</summary>
    Deny,

    /// <summary>Too many requests.</summary>
    Throttle,

    /// <summary>The request cannot be read.</summary>
    Malformed,

    /// <summary>The body is larger than taken.</summary>
    TooBig,

    /// <summary>A parameter's value is not allowed.</summary>
    Invalid,

    /// <summary>S3-style: the body does not hash to the signed <c>x-amz-content-sha256</c> (AU-136).</summary>
    ContentHash,

    /// <summary>S3-style: a chunked body without <c>x-amz-decoded-content-length</c> (AU-137).</summary>
    ContentLength,

    /// <summary>S3-style: a chunked body that ends early, late or elsewhere than announced (AU-137).</summary>
    IncompleteBody,

    /// <summary>S3-style: trailers other than announced (AU-138).</summary>
    Trailer,

    /// <summary>S3-style: the checksum trailer does not fit the body (AU-138).</summary>
    Digest,

    /// <summary>S3-style: the policy of a browser's form cannot be read (AU-143).</summary>
    PolicyDocument,

    /// <summary>S3-style: the file of a browser's form is smaller than its policy allows (AU-143).</summary>
    TooSmall,
}
