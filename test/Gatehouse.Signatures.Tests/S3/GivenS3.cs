using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static Gatehouse.Signatures.Tests.Given;

namespace Gatehouse.Signatures.Tests.S3;

/// <summary>S3-style requests to begin from, chunked bodies as a plain client would write them, and the whole way of a request.</summary>
internal static class GivenS3
{
    internal const string Scope = "20260115/us-east-1/s3/aws4_request";
    internal const string Ended = "a-token-that-has-ended";
    internal const string SignedChunks = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";

    internal static readonly OutgoingRequest Put = new()
    {
        Method = "PUT",
        Target = "/b/k",
        Headers = [new("Host", "127.0.0.1:4566")],
        Body = "hello"u8.ToArray(),
    };

    internal static readonly OutgoingRequest Get = new() { Method = "GET", Target = "/b/k%20k", Headers = [new("Host", "127.0.0.1:4566")] };

    internal static OutgoingRequest Sign(OutgoingRequest request, string? payload = null, SigningCredentials? credentials = null, DateTimeOffset? time = null) =>
        new Signer(credentials ?? Credentials, "us-east-1", "s3") { Style = SignatureStyle.S3, Payload = payload }.Sign(request, time ?? Now).Request;

    internal static OutgoingRequest Presign(OutgoingRequest request, string expires = "3600", DateTimeOffset? time = null)
    {
        var signer = new Signer(Credentials, "us-east-1", "s3") { Style = SignatureStyle.S3 };
        return long.TryParse(expires, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? signer.Presign(request, time ?? Now, TimeSpan.FromSeconds(seconds)).Request
            : signer.Presign(request, time ?? Now, TimeSpan.Zero).Request is var presigned
                ? presigned with { Target = presigned.Target.Replace("X-Amz-Expires=0", "X-Amz-Expires=" + expires) }
                : request;
    }

    /// <summary>Reads, compares the scope, verifies, and takes the body, in pieces of a size; the first fault is the answer.</summary>
    internal static SignatureFault? Answer(
        OutgoingRequest request, DateTimeOffset? now = null, bool encrypted = true, SignatureRules? rules = null, int pieces = 1000, IBufferWriter<byte>? output = null, string secret = Secret)
    {
        rules ??= SignatureRules.Default;
        var incoming = request.AsIncoming();
        if (!SignatureReader.TryRead(incoming, SignatureStyle.S3, rules, now ?? Now, out var signature, out var fault))
        {
            return fault;
        }

        var key = VerificationKey.Derive(signature, Encoding.UTF8.GetBytes(secret));
        fault = SignatureVerifier.CheckScope(signature, "s3", rules)
            ?? (signature.AccessKeyId is KeyId or TemporaryKeyId ? null : SignatureFault.UnknownKey(signature))
            ?? SignatureVerifier.CheckToken(signature)
            ?? OpenToken(signature);
        if (fault is not null || !S3Payload.TryRead(signature, incoming, rules, encrypted, out var payload, out fault))
        {
            return fault;
        }

        fault = SignatureVerifier.Verify(signature, key, incoming, payload);
        if (fault is not null || !payload.Chunked)
        {
            return fault ?? payload.CheckBody(SHA256.HashData(request.Body.Span));
        }

        if (!ChunkedBody.TryOpen(signature, key, payload, incoming, out var body, out fault))
        {
            return fault;
        }

        using (body)
        {
            output ??= new ArrayBufferWriter<byte>();
            for (var rest = request.Body; !rest.IsEmpty && fault is null; rest = rest[Math.Min(pieces, rest.Length)..])
            {
                fault = body.Read(rest.Span[..Math.Min(pieces, rest.Length)], output);
            }

            return fault ?? body.End();
        }
    }

    // What a host does with its own tokens: the one that is good opens, and one that it knows has ended.
    private static SignatureFault? OpenToken(in Signature signature) => signature.SessionToken switch
    {
        null or Token => null,
        Ended => SignatureFault.ExpiredToken(signature),
        _ => SignatureFault.InvalidToken(signature),
    };

    /// <summary>A signed request with a chunked body, both made as a client makes them.</summary>
    internal static OutgoingRequest Upload(string payload, IReadOnlyList<byte[]> chunks, string? announced = null, params string[] trailers)
    {
        var request = Put.With("x-amz-decoded-content-length", chunks.Sum(chunk => chunk.Length).ToString(CultureInfo.InvariantCulture));
        request = Sign(announced is null ? request : request.With("x-amz-trailer", announced), payload);
        var authorization = request.Header("Authorization");
        return request with { Body = Body(authorization[(authorization.LastIndexOf('=') + 1)..], payload, [.. chunks, []], trailers) };
    }

    internal static byte[] Body(string previous, string payload, IEnumerable<byte[]> chunks, params string[] trailers)
    {
        var signed = payload.StartsWith(SignedChunks, StringComparison.Ordinal);
        var body = new List<byte>();
        foreach (var chunk in chunks)
        {
            previous = signed ? ChunkSignature(previous, chunk) : "";
            body.AddRange(Encoding.ASCII.GetBytes($"{chunk.Length:x}{(signed ? ";chunk-signature=" + previous : "")}\r\n"));
            body.AddRange(chunk);
            body.AddRange(chunk.Length > 0 ? "\r\n"u8 : []);
        }

        body.AddRange(Encoding.ASCII.GetBytes(string.Concat(trailers.Select(line => line + "\r\n"))));
        if (signed && payload.EndsWith("-TRAILER", StringComparison.Ordinal))
        {
            var text = $"AWS4-HMAC-SHA256-TRAILER\n{Time}\n{Scope}\n{previous}\n{Reference.Hash(string.Concat(trailers.Select(line => line + "\n")))}";
            body.AddRange(Encoding.ASCII.GetBytes($"x-amz-trailer-signature:{Reference.Sign(Secret, Scope, text)}\r\n"));
        }

        body.AddRange("\r\n"u8);
        return [.. body];
    }

    private static string ChunkSignature(string previous, byte[] chunk) => Reference.Sign(
        Secret, Scope, $"AWS4-HMAC-SHA256-PAYLOAD\n{Time}\n{Scope}\n{previous}\n{Reference.Hash("")}\n{Reference.Hash(chunk)}");
}
