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

    /// <summary>The HTTP status of the answer (AU-4).</summary>
    public int Status => FaultAnswers.Of(this).Status;

    /// <summary>The error code of the answer in its protocol (AU-4).</summary>
    public string Code => FaultAnswers.Of(this).Code;
}
