using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Signatures;

/// <summary>Checks a signature that was read: its scope, its token's place, and at last the signature itself. Null is the good answer everywhere.</summary>
/// <remarks>Pure functions; they keep nothing, and on the good path of the header form they allocate nothing.</remarks>
public static class SignatureVerifier
{
    private const int OnStack = 2048;

    /// <summary>Step 11 of AU-6: compares the scope with the operation the request was routed to; every fault in one message (AU-114, AU-162).</summary>
    /// <param name="signature">The signature read.</param>
    /// <param name="signingName">The signing name of the routed operation's service, such as <c>sts</c>.</param>
    /// <param name="rules">What the installation chose.</param>
    public static SignatureFault? CheckScope(in Signature signature, string signingName, SignatureRules rules) =>
        ScopeCheck.Run(signature, signingName, rules);

    /// <summary>The first half of step 13: a temporary key comes with exactly one token, a long-term key with none (AU-116).</summary>
    /// <param name="signature">The signature read.</param>
    public static SignatureFault? CheckToken(in Signature signature)
    {
        var wanted = signature.AccessKeyId.StartsWith("ASIA", StringComparison.Ordinal) ? 1 : 0;
        return signature.SessionTokens == wanted && signature.SessionToken is not "" ? null : SignatureFault.UnknownKey(signature);
    }

    /// <summary>Step 14: computes the signature of the request as it arrived and compares it in constant time (AU-120 to AU-135, AU-146).</summary>
    /// <typeparam name="THeaders">The headers' type.</typeparam>
    /// <param name="signature">The signature read.</param>
    /// <param name="key">The key derived for its access key and scope.</param>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="bodyHash">The 32 bytes of SHA-256 over the raw body; over nothing when there is none.</param>
    /// <remarks>Not for S3-style requests, whose payload has rules of its own.</remarks>
    public static SignatureFault? Verify<THeaders>(
        in Signature signature, VerificationKey key, in IncomingRequest<THeaders> request, ReadOnlySpan<byte> bodyHash)
        where THeaders : IHeaderSource
    {
        Span<byte> payload = stackalloc byte[SHA256.HashSizeInBytes * 2];
        WritePayload(signature, bodyHash, payload);
        return Fits(signature, key, request, payload) ? null : Faults.Mismatch(signature.Style, signature.Form);
    }

    /// <summary>Step 14 for an S3-style request: every <c>x-amz-</c> header is signed (AU-130), and the signature fits (AU-136, AU-146).</summary>
    /// <typeparam name="THeaders">The headers' type.</typeparam>
    /// <param name="signature">The signature read.</param>
    /// <param name="key">The key derived for its access key and scope.</param>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="payload">What it says about its body; compare the body with it afterwards.</param>
    /// <remarks>The elements of the fault hold the request's own text as S3 sends it back (AU-147): for the caller, not for a log.</remarks>
    public static SignatureFault? Verify<THeaders>(
        in Signature signature, VerificationKey key, in IncomingRequest<THeaders> request, in S3Payload payload)
        where THeaders : IHeaderSource => signature.Style == SignatureStyle.S3
            ? S3Verification.Run(signature, key, request, payload)
            : throw new InvalidOperationException("Only an S3-style request is verified with an S3Payload.");

    /// <summary>Makes of a request whose signature was right what tells it from every other: two with the same were signed as one, whatever their signatures look like (AU-148).</summary>
    /// <typeparam name="THeaders">The headers' type.</typeparam>
    /// <param name="signature">The signature read.</param>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="bodyHash">The 32 bytes of SHA-256 over the raw body.</param>
    /// <param name="identity">Takes 32 bytes.</param>
    /// <exception cref="InvalidOperationException">The signed headers are not all there: the signature cannot have been right.</exception>
    /// <remarks>Costs as much as verifying. ECDSA has many right signatures of one text, which anybody can make of one; so this is a hash of the text.</remarks>
    public static void Identify<THeaders>(in Signature signature, in IncomingRequest<THeaders> request, ReadOnlySpan<byte> bodyHash, Span<byte> identity)
        where THeaders : IHeaderSource
    {
        Span<byte> payload = stackalloc byte[SHA256.HashSizeInBytes * 2];
        WritePayload(signature, bodyHash, payload);
        var writer = new ByteWriter(stackalloc byte[OnStack]);
        try
        {
            if (!CanonicalRequest.TryWrite(ref writer, signature, request, payload))
            {
                throw new InvalidOperationException("Only a request whose signature was right has an identity.");
            }

            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(writer.Written, hash);
            writer.CutTo(0);
            StringToSign.Write(ref writer, signature, hash);
            writer.Write((byte)'\n');
            writer.Write(signature.Credential);
            SHA256.HashData(writer.Written, identity);
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Tells what the server would have signed, for people who write signers (AU-147). Costs as much as verifying.</summary>
    /// <typeparam name="THeaders">The headers' type.</typeparam>
    /// <param name="signature">The signature read.</param>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="bodyHash">The 32 bytes of SHA-256 over the raw body.</param>
    /// <returns>Null when there is nothing to tell: the signed headers are not well formed, or not all in the request.</returns>
    public static SignatureEcho? Explain<THeaders>(in Signature signature, in IncomingRequest<THeaders> request, ReadOnlySpan<byte> bodyHash)
        where THeaders : IHeaderSource
    {
        Span<byte> payload = stackalloc byte[SHA256.HashSizeInBytes * 2];
        WritePayload(signature, bodyHash, payload);
        return ExplainToClient(signature, request, payload);
    }

    internal static SignatureEcho? ExplainToClient<THeaders>(in Signature signature, in IncomingRequest<THeaders> request, ReadOnlySpan<byte> payload)
        where THeaders : IHeaderSource => Explain(signature, request, payload, hideToken: true) is { } echo
            ? new(Echo.OfLines(echo.CanonicalRequest), Echo.OfLines(echo.StringToSign))
            : null;

    internal static bool Fits<THeaders>(
        in Signature signature, VerificationKey key, in IncomingRequest<THeaders> request, ReadOnlySpan<byte> payload)
        where THeaders : IHeaderSource
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Algorithm != signature.Algorithm)
        {
            throw new InvalidOperationException($"A key of {key.Algorithm} cannot verify a signature of {signature.Algorithm}.");
        }

        var writer = new ByteWriter(stackalloc byte[OnStack]);
        try
        {
            if (!CanonicalRequest.TryWrite(ref writer, signature, request, payload))
            {
                return false;
            }

            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(writer.Written, hash);
            writer.CutTo(0);
            StringToSign.Write(ref writer, signature, hash);
            return key.Fits(writer.Written, signature.Given.Span);
        }
        finally
        {
            writer.Dispose();
        }
    }

    internal static SignatureEcho? Explain<THeaders>(
        in Signature signature, in IncomingRequest<THeaders> request, ReadOnlySpan<byte> payload, bool hideToken)
        where THeaders : IHeaderSource
    {
        var writer = new ByteWriter(stackalloc byte[OnStack]);
        try
        {
            if (!CanonicalRequest.TryWrite(ref writer, signature, request, payload))
            {
                return null;
            }

            var hash = SHA256.HashData(writer.Written);
            writer.CutTo(0);
            _ = CanonicalRequest.TryWrite(ref writer, signature, request, payload, hideToken);
            var canonicalRequest = Encoding.UTF8.GetString(writer.Written);
            writer.CutTo(0);
            StringToSign.Write(ref writer, signature, hash);
            return new(canonicalRequest, Encoding.UTF8.GetString(writer.Written));
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static void WritePayload(in Signature signature, ReadOnlySpan<byte> bodyHash, Span<byte> payload)
    {
        if (signature.Style == SignatureStyle.S3)
        {
            throw new InvalidOperationException("An S3-style request is verified with its S3Payload.");
        }

        if (bodyHash.Length != SHA256.HashSizeInBytes)
        {
            throw new ArgumentException("The hash of a body has 32 bytes.", nameof(bodyHash));
        }

        _ = Convert.TryToHexStringLower(bodyHash, payload, out _);
    }
}
