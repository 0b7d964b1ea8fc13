using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Federation;
using Gatehouse.Federation.OpenId;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>An OpenID Connect issuer of our own, and the network that leads to it.</summary>
internal sealed class TestIssuer(string name = TestIssuer.DefaultUrl) : IFetch
{
    internal const string DefaultUrl = "https://login.example.com/tenant";

    // Keys are slow to make; they hold nothing that a test could change.
    internal static readonly ECDsa Curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    internal static readonly ECDsa Curve384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    internal static readonly ECDsa Curve521 = ECDsa.Create(ECCurve.NamedCurves.nistP521);
    internal static readonly RSA Rsa = RSA.Create(2048);
    internal static readonly ECDsa Stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    internal static readonly RSA Weak = RSA.Create(1024);

    internal JsonArray Keys { get; set; } = new(Key("es", Curve), Key("es384", Curve384), Key("es512", Curve521), Key("rs", Rsa), Key("weak", Weak), new JsonObject { ["kty"] = "oct", ["kid"] = "hs", ["k"] = "AAAA" });

    internal string? Discovery { get; set; }

    internal TimeSpan? MaxAge { get; set; }

    internal bool Down { get; set; }

    internal List<string> Asked { get; } = [];

    /// <summary>What answers wait for.</summary>
    internal Task Gate { get; set; } = Task.CompletedTask;

    public async ValueTask<Fetched> GetAsync(string issuer, Uri url, IReadOnlyList<string> thumbprints, CancellationToken cancel)
    {
        Asked.Add(url.AbsolutePath);
        await Gate;
        if (Down)
        {
            throw new ProofException(ProofFault.Unreachable, "The identity provider could not be reached.");
        }

        var body = url.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal)
            ? new JsonObject { ["keys"] = Keys.DeepClone() }.ToJsonString()
            : Discovery ?? new JsonObject { ["issuer"] = name, ["jwks_uri"] = "https://keys.example.com/keys" }.ToJsonString();
        return new(Encoding.UTF8.GetBytes(body), MaxAge);
    }

    public ValueTask<string?> FindThumbprintAsync(string issuer, CancellationToken cancel) => new(Down ? null : new string('f', 40));

    /// <summary>A token: good unless a test changes something.</summary>
    internal string Token(DateTimeOffset now, Action<JsonObject>? claims = null, Action<JsonObject>? header = null, Func<byte[], byte[]>? sign = null)
    {
        var seconds = now.ToUnixTimeSeconds();
        var head = new JsonObject { ["alg"] = "ES256", ["typ"] = "JWT", ["kid"] = "es" };
        var body = new JsonObject { ["iss"] = name, ["aud"] = "sts.amazonaws.com", ["sub"] = "repo:octo/app:ref:refs/heads/main", ["iat"] = seconds - 10, ["nbf"] = seconds - 10, ["exp"] = seconds + 600 };
        header?.Invoke(head);
        claims?.Invoke(body);
        return Join(head.ToJsonString(), body.ToJsonString(), sign ?? ByCurve);
    }

    internal static string Join(string header, string payload, Func<byte[], byte[]> sign)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    internal static byte[] ByCurve(byte[] bytes) => Curve.SignData(bytes, HashAlgorithmName.SHA256);

    internal static byte[] ByRsa(byte[] bytes) => Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    internal static JsonObject Key(string id, RSA key)
    {
        var parameters = key.ExportParameters(false);
        return new() { ["kty"] = "RSA", ["kid"] = id, ["use"] = "sig", ["n"] = Base64Url.EncodeToString(parameters.Modulus), ["e"] = Base64Url.EncodeToString(parameters.Exponent) };
    }

    internal static JsonObject Key(string id, ECDsa key)
    {
        var point = key.ExportParameters(false).Q;
        return new()
        {
            ["kty"] = "EC", ["kid"] = id, ["crv"] = $"P-{key.KeySize}", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y),
        };
    }
}
