using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Gatehouse.Signatures;

/// <summary>What an S3-style request says about its body: the last line of its canonical request (AU-136).</summary>
public readonly struct S3Payload
{
    private const string UnsignedText = "UNSIGNED-PAYLOAD";

    private S3Payload(string text, S3PayloadKind kind)
    {
        Text = text;
        Kind = kind;
    }

    /// <summary>The text as sent, which the canonical request holds.</summary>
    public string Text { get; }

    /// <summary>What it means.</summary>
    public S3PayloadKind Kind { get; }

    /// <summary>Whether the body must be read through a <see cref="ChunkedBody"/>.</summary>
    public bool Chunked => Kind is S3PayloadKind.SignedChunks or S3PayloadKind.SignedChunksAndTrailer or S3PayloadKind.UnsignedChunksAndTrailer;

    /// <summary>Reads <c>x-amz-content-sha256</c>; in the query form it may be absent, and the body is then not covered.</summary>
    /// <typeparam name="THeaders">The headers' type.</typeparam>
    /// <param name="signature">The signature read.</param>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="rules">What the installation chose.</param>
    /// <param name="encrypted">Whether the request came over TLS.</param>
    /// <param name="payload">What the request says.</param>
    /// <param name="fault">Why it is refused.</param>
    public static bool TryRead<THeaders>(
        in Signature signature, in IncomingRequest<THeaders> request, SignatureRules rules, bool encrypted,
        out S3Payload payload, [NotNullWhen(false)] out SignatureFault? fault)
        where THeaders : IHeaderSource
    {
        ArgumentNullException.ThrowIfNull(rules);
        payload = default;
        var lines = request.Headers.Count(HeaderNames.ContentSha256);
        var text = lines switch
        {
            0 when signature.Form == SignatureForm.Query => UnsignedText,
            0 => null,
            1 => request.Headers.Get(HeaderNames.ContentSha256, 0) ?? "",
            _ => "",
        };
        if (text is null)
        {
            fault = Faults.OfS3(FaultKind.Malformed, "Missing required header for this request: x-amz-content-sha256");
            return false;
        }

        if (KindOf(text, signature.Algorithm) is not { } kind)
        {
            fault = Faults.OfS3(FaultKind.Invalid, "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-…, or a valid sha256 value.");
            return false;
        }

        if (kind is S3PayloadKind.Unsigned or S3PayloadKind.UnsignedChunksAndTrailer && !encrypted && !rules.AllowUnsignedPayloadOverHttp)
        {
            fault = Faults.OfS3(FaultKind.Malformed, "An unsigned payload is taken over an encrypted connection only.");
            return false;
        }

        payload = new(text, kind);
        fault = null;
        return true;
    }

    /// <summary>Compares a whole body with the hash that was signed; null is the good answer. Chunked bodies check themselves.</summary>
    /// <param name="bodyHash">The 32 bytes of SHA-256 over the raw body.</param>
    public SignatureFault? CheckBody(ReadOnlySpan<byte> bodyHash)
    {
        Span<byte> signed = stackalloc byte[SHA256.HashSizeInBytes];
        if (Kind != S3PayloadKind.Hash)
        {
            return null;
        }

        return Text is not null && Convert.FromHexString(Text, signed, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(signed, bodyHash)
            ? null
            : Faults.OfS3(FaultKind.ContentHash, "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }

    private static S3PayloadKind? KindOf(string text, SignatureAlgorithm algorithm) => (text, algorithm) switch
    {
        (UnsignedText, _) => S3PayloadKind.Unsigned,
        ("STREAMING-UNSIGNED-PAYLOAD-TRAILER", _) => S3PayloadKind.UnsignedChunksAndTrailer,
        ("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", SignatureAlgorithm.HmacSha256) => S3PayloadKind.SignedChunks,
        ("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", SignatureAlgorithm.HmacSha256) => S3PayloadKind.SignedChunksAndTrailer,
        ("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD", SignatureAlgorithm.EcdsaP256Sha256) => S3PayloadKind.SignedChunks,
        ("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER", SignatureAlgorithm.EcdsaP256Sha256) => S3PayloadKind.SignedChunksAndTrailer,
        _ => text.Length == SHA256.HashSizeInBytes * 2 && text.All(char.IsAsciiHexDigit) ? S3PayloadKind.Hash : null,
    };
}
