using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Gatehouse.Signatures;

/// <summary>The body of a request that is verified where the body never comes, such as by Envoy's ext_authz: what can be said of it there (AU-149).</summary>
/// <remarks>
/// Three bodies can be taken: none, one that the signature does not cover, and one whose hash stands in a signed header, which whoever passes
/// the body on then compares. Any other is refused: to skip the hash would be to let anybody change the body.
/// </remarks>
public readonly struct UnseenBody
{
    private readonly S3Payload payload;
    private readonly byte[]? hash;

    private UnseenBody(S3Payload payload, byte[]? hash, bool mustBeCompared) => (this.payload, this.hash, MustBeCompared) = (payload, hash, mustBeCompared);

    /// <summary>Whether whoever has the body must hash it and ask <see cref="CheckBody"/> before anybody believes it.</summary>
    public bool MustBeCompared { get; }

    /// <summary>Reads what a request says of its body.</summary>
    /// <typeparam name="THeaders">The headers' type.</typeparam>
    /// <param name="signature">The signature read.</param>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="rules">What the installation chose.</param>
    /// <param name="encrypted">Whether the request came over TLS.</param>
    /// <param name="empty">Whether the proxy knows that there is no body: headers alone do not tell, since HTTP/2 needs none to send one.</param>
    /// <param name="body">What can be said.</param>
    /// <param name="fault">Why it is refused.</param>
    public static bool TryRead<THeaders>(
        in Signature signature, in IncomingRequest<THeaders> request, SignatureRules rules, bool encrypted, bool empty, out UnseenBody body, [NotNullWhen(false)] out SignatureFault? fault)
        where THeaders : IHeaderSource
    {
        body = default;
        return signature.Style == SignatureStyle.S3
            ? TryReadS3(signature, request, rules, encrypted, ref body, out fault)
            : TryReadOther(signature, request, empty, ref body, out fault);
    }

    /// <summary>Verifies the signature with what was said of the body; null is the good answer.</summary>
    /// <typeparam name="THeaders">The headers' type.</typeparam>
    /// <param name="signature">The signature read.</param>
    /// <param name="key">The key derived for its access key and scope.</param>
    /// <param name="request">The request as it arrived.</param>
    public SignatureFault? Verify<THeaders>(in Signature signature, VerificationKey key, in IncomingRequest<THeaders> request)
        where THeaders : IHeaderSource => signature.Style == SignatureStyle.S3
            ? SignatureVerifier.Verify(signature, key, request, payload)
            : SignatureVerifier.Verify(signature, key, request, hash);

    /// <summary>Compares the body, once it is there, with what was signed; null is the good answer.</summary>
    /// <param name="signature">The signature that was verified.</param>
    /// <param name="bodyHash">The 32 bytes of SHA-256 over the raw body.</param>
    public SignatureFault? CheckBody(in Signature signature, ReadOnlySpan<byte> bodyHash) =>
        signature.Style == SignatureStyle.S3 ? payload.CheckBody(bodyHash)
        : !MustBeCompared || CryptographicOperations.FixedTimeEquals(hash, bodyHash) ? null
        : Faults.Mismatch(signature.Style, signature.Form);

    private static bool TryReadS3<THeaders>(
        in Signature signature, in IncomingRequest<THeaders> request, SignatureRules rules, bool encrypted, ref UnseenBody body, [NotNullWhen(false)] out SignatureFault? fault)
        where THeaders : IHeaderSource
    {
        if (!S3Payload.TryRead(signature, request, rules, encrypted, out var payload, out fault))
        {
            return false;
        }

        if (payload.Chunked)
        {
            fault = Faults.Mismatch(signature.Style, signature.Form);
            return false;
        }

        body = new(payload, null, payload.Kind == S3PayloadKind.Hash);
        return true;
    }

    private static bool TryReadOther<THeaders>(
        in Signature signature, in IncomingRequest<THeaders> request, bool empty, ref UnseenBody body, [NotNullWhen(false)] out SignatureFault? fault)
        where THeaders : IHeaderSource
    {
        fault = null;
        if (empty)
        {
            body = new(default, SHA256.HashData([]), mustBeCompared: false);
            return true;
        }

        var hash = new byte[SHA256.HashSizeInBytes];
        if (signature.Signs(HeaderNames.ContentSha256) && request.Headers.Count(HeaderNames.ContentSha256) == 1
            && request.Headers.Get(HeaderNames.ContentSha256, 0) is { Length: SHA256.HashSizeInBytes * 2 } text
            && Convert.FromHexString(text, hash, out _, out _) == System.Buffers.OperationStatus.Done)
        {
            body = new(default, hash, mustBeCompared: true);
            return true;
        }

        fault = Faults.Mismatch(signature.Style, signature.Form);
        return false;
    }
}
