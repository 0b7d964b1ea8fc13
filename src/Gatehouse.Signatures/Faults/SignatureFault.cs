using System.Collections.Immutable;

namespace Gatehouse.Signatures;

/// <summary>Why a request was not authenticated, with what to answer: status, code and AWS's own sentence (AU-4).</summary>
/// <remarks>Holds no secret: neither the <c>Authorization</c> header nor a signature or session token of the caller (AU-8).</remarks>
public sealed record SignatureFault
{
    /// <summary>The kind of fault.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The sentence for the caller; not yet escaped for XML or JSON.</summary>
    public required string Message { get; init; }

    /// <summary>The family of the service that answers.</summary>
    public required SignatureStyle Style { get; init; }

    /// <summary>The form the request was signed in; S3-style codes differ by it.</summary>
    public SignatureForm Form { get; init; }

    /// <summary>Further elements of an S3-style error body.</summary>
    public ImmutableArray<FaultElement> Elements { get; init; } = [];

    /// <summary>AU-115, AU-116: the access key is unknown, not active, or its session token is not where it must be.</summary>
    public static SignatureFault UnknownKey(in Signature signature) => new()
    {
        Kind = FaultKind.Key,
        Style = signature.Style,
        Form = signature.Form,
        Message = signature.Style == SignatureStyle.S3
            ? "The AWS Access Key Id you provided does not exist in our records."
            : "The security token included in the request is invalid.",
    };

    /// <summary>AU-117: the session token does not open, or belongs to another access key.</summary>
    public static SignatureFault InvalidToken(in Signature signature) => new()
    {
        Kind = FaultKind.Token,
        Style = signature.Style,
        Form = signature.Form,
        Message = signature.Style == SignatureStyle.S3
            ? "The provided token is malformed or otherwise invalid."
            : "The security token included in the request is invalid.",
    };

    /// <summary>AU-117: the session has ended.</summary>
    public static SignatureFault ExpiredToken(in Signature signature) => new()
    {
        Kind = FaultKind.Expired,
        Style = signature.Style,
        Form = signature.Form,
        Message = signature.Style == SignatureStyle.S3
            ? "The provided token has expired."
            : "The security token included in the request is expired",
    };

    /// <summary>The HTTP status of the answer (AU-4).</summary>
    public int Status => FaultAnswers.Of(this).Status;

    /// <summary>The error code of the answer in its protocol (AU-4).</summary>
    public string Code => FaultAnswers.Of(this).Code;
}
