using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Signatures.Tests;

/// <summary>Valid requests to begin from, and the whole way of a request through the library in the order of AU-6.</summary>
internal static class Given
{
    internal const string KeyId = "AKIARZPUZDIKGATEHOUS";
    internal const string TemporaryKeyId = "ASIARZPUZDIKGATEHOUS";
    internal const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    internal const string Token = "FwoGZXIvYXdzEXAMPLE//token==";
    internal const string Time = "20260115T120000Z";
    internal const string Scope = "20260115/us-east-1/sts/aws4_request";
    internal const string Credential = $"{KeyId}/{Scope}";

    internal static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    internal static readonly SigningCredentials Credentials = new(KeyId, Secret);
    internal static readonly SigningCredentials Temporary = new(TemporaryKeyId, Secret, Token);

    internal static readonly OutgoingRequest Unsigned = new()
    {
        Method = "POST",
        Target = "/",
        Headers = [new("Host", "127.0.0.1:4566"), new("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
        Body = "Action=GetCallerIdentity&Version=2011-06-15"u8.ToArray(),
    };

    internal static readonly OutgoingRequest UnsignedGet = new()
    {
        Method = "GET",
        Target = "/?Action=GetCallerIdentity&Version=2011-06-15",
        Headers = [new("Host", "127.0.0.1:4566")],
    };

    internal static OutgoingRequest Signed { get; } = Sign(Unsigned);

    internal static OutgoingRequest Presigned { get; } = Presign(UnsignedGet);

    internal static OutgoingRequest Sign(OutgoingRequest request, SigningCredentials? credentials = null, DateTimeOffset? time = null, string service = "sts") =>
        new Signer(credentials ?? Credentials, "us-east-1", service).Sign(request, time ?? Now).Request;

    internal static OutgoingRequest Presign(OutgoingRequest request, SigningCredentials? credentials = null, DateTimeOffset? time = null, int seconds = 3600) =>
        new Signer(credentials ?? Credentials, "us-east-1", "sts").Presign(request, time ?? Now, TimeSpan.FromSeconds(seconds)).Request;

    /// <summary>Reads, compares the scope, looks at the token, verifies; the first fault is the answer.</summary>
    internal static SignatureFault? Answer(
        OutgoingRequest request, SignatureStyle style = SignatureStyle.Query, string service = "sts", DateTimeOffset? now = null, SignatureRules? rules = null, string secret = Secret)
    {
        rules ??= SignatureRules.Default;
        var incoming = request.AsIncoming();
        if (!SignatureReader.TryRead(incoming, style, rules, now ?? Now, out var signature, out var fault))
        {
            return fault;
        }

        return SignatureVerifier.CheckScope(signature, service, rules)
            ?? (signature.AccessKeyId is KeyId or TemporaryKeyId ? null : SignatureFault.UnknownKey(signature))
            ?? SignatureVerifier.CheckToken(signature)
            ?? SignatureVerifier.Verify(signature, VerificationKey.Derive(signature, Encoding.UTF8.GetBytes(secret)), incoming, SHA256.HashData(request.Body.Span));
    }

    internal static string Header(this OutgoingRequest request, string name) => request.AsIncoming().Headers.Get(name, 0)!;

    internal static OutgoingRequest Without(this OutgoingRequest request, string name) =>
        request with { Headers = request.Headers.RemoveAll(line => Is(line, name)) };

    internal static OutgoingRequest Set(this OutgoingRequest request, string name, string value) => request.Without(name).With(name, value);

    internal static OutgoingRequest Change(this OutgoingRequest request, string name, Func<string, string> change) =>
        request with { Headers = [.. request.Headers.Select(line => Is(line, name) ? KeyValuePair.Create(line.Key, change(line.Value)) : line)] };

    /// <summary>Drops a parameter from the target's query.</summary>
    internal static OutgoingRequest WithoutParameter(this OutgoingRequest request, string name)
    {
        var cut = request.Target.Split('?', 2);
        return request with { Target = $"{cut[0]}?{string.Join('&', cut[1].Split('&').Where(piece => !piece.StartsWith(name + "=", StringComparison.Ordinal)))}" };
    }

    internal static OutgoingRequest WithParameter(this OutgoingRequest request, string piece) =>
        request with { Target = request.Target + (request.Target.Contains('?') ? "&" : "?") + piece };

    private static bool Is(KeyValuePair<string, string> line, string name) => string.Equals(line.Key, name, StringComparison.OrdinalIgnoreCase);
}
