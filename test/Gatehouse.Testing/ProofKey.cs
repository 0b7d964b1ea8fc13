using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Gatehouse.Testing;

/// <summary>A key of a client of <c>aws login</c>, and the proofs that it makes (RFC 9449), whole or wrong in one way.</summary>
public sealed class ProofKey : IDisposable
{
    private readonly ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The key as clients keep it.</summary>
    public string Pem => curve.ExportECPrivateKeyPem();

    /// <summary>Makes a proof.</summary>
    /// <param name="url">The address that it is for.</param>
    /// <param name="now">When.</param>
    /// <param name="head">What to change in its head.</param>
    /// <param name="claims">What to change in its claims.</param>
    public string Prove(string url, DateTimeOffset now, Action<JsonObject>? head = null, Action<JsonObject>? claims = null)
    {
        var point = curve.ExportParameters(includePrivateParameters: false).Q;
        var first = new JsonObject
        {
            ["typ"] = "dpop+jwt",
            ["alg"] = "ES256",
            ["jwk"] = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) },
        };
        var second = new JsonObject
        {
            ["jti"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            ["htm"] = "POST",
            ["htu"] = url,
            ["iat"] = now.ToUnixTimeSeconds(),
        };
        head?.Invoke(first);
        claims?.Invoke(second);
        var signed = $"{Encode(first)}.{Encode(second)}";
        return $"{signed}.{Base64Url.EncodeToString(curve.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))}";
    }

    /// <inheritdoc/>
    public void Dispose() => curve.Dispose();

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
