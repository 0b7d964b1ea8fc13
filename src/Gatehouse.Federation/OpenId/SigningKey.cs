using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Federation.OpenId;

/// <summary>A public key of an issuer [AU-406].</summary>
internal sealed class SigningKey
{
    private const int LeastBits = 2048;
    private const int MostBits = 8192;

    private readonly Lock gate = new();
    private readonly RSA? rsa;
    private readonly ECDsa? curve;
    private readonly string? algorithm;

    private SigningKey(string? id, string? algorithm, RSA? rsa, ECDsa? curve)
    {
        Id = id;
        this.algorithm = algorithm;
        this.rsa = rsa;
        this.curve = curve;
    }

    /// <summary>Its id; null when the issuer gave none.</summary>
    internal string? Id { get; }

    /// <summary>Whether it is an RSA key.</summary>
    internal bool IsRsa => rsa is not null;

    /// <summary>Reads a key of a key set; null when it is of a kind that we do not take.</summary>
    internal static SigningKey? Read(JsonElement key)
    {
        if (key.ValueKind != JsonValueKind.Object || !IsTextOrAbsent(key, "alg") || !IsTextOrAbsent(key, "use") || Text(key, "use") is not (null or "sig"))
        {
            return null;
        }

        try
        {
            return Text(key, "kty") switch
            {
                "RSA" => OfRsa(key),
                "EC" => OfCurve(key),
                _ => null,
            };
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether the key is for an algorithm.</summary>
    internal bool Fits(string name) => (algorithm is null || algorithm == name) && name switch
    {
        "RS256" or "RS384" or "RS512" => rsa is not null,
        "ES256" => curve?.KeySize == 256,
        "ES384" => curve?.KeySize == 384,
        "ES512" => curve?.KeySize == 521,
        _ => false,
    };

    /// <summary>What can be said of it; its thumbprint is that of RFC 7638, by SHA-256.</summary>
    internal IssuerKey Describe()
    {
        string members;
        lock (gate)
        {
            if (rsa?.ExportParameters(includePrivateParameters: false) is { } number)
            {
                members = $$"""{"e":"{{Base64Url.EncodeToString(number.Exponent)}}","kty":"RSA","n":"{{Base64Url.EncodeToString(number.Modulus)}}"}""";
            }
            else
            {
                var point = curve!.ExportParameters(includePrivateParameters: false).Q;
                members = $$"""{"crv":"P-{{curve.KeySize}}","kty":"EC","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}""";
            }

            return new(Id, IsRsa ? IssuerKeyType.Rsa : IssuerKeyType.Ec, rsa?.KeySize ?? curve!.KeySize, Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(members))));
        }
    }

    /// <summary>Whether the signature over some bytes is this key's.</summary>
    internal bool Verifies(string name, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        var hash = name[2..] switch { "256" => HashAlgorithmName.SHA256, "384" => HashAlgorithmName.SHA384, _ => HashAlgorithmName.SHA512 };

        // The framework's key objects do not promise to serve several threads.
        lock (gate)
        {
            return rsa?.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1)
                ?? curve!.VerifyData(signed, signature, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    private static SigningKey? OfRsa(JsonElement key)
    {
        var exponent = Number(key, "e");
        if (exponent is [] or [1] || exponent[^1] % 2 == 0)
        {
            // What anybody could undo signs nothing.
            return null;
        }

        var rsa = RSA.Create(new RSAParameters { Modulus = Number(key, "n"), Exponent = exponent });
        return rsa.KeySize is >= LeastBits and <= MostBits ? new(Text(key, "kid"), Text(key, "alg"), rsa, null) : null;
    }

    private static SigningKey? OfCurve(JsonElement key)
    {
        ECCurve? curve = Text(key, "crv") switch
        {
            "P-256" => ECCurve.NamedCurves.nistP256,
            "P-384" => ECCurve.NamedCurves.nistP384,
            "P-521" => ECCurve.NamedCurves.nistP521,
            _ => null,
        };
        return curve is null
            ? null
            : new(Text(key, "kid"), Text(key, "alg"), null, ECDsa.Create(new ECParameters { Curve = curve.Value, Q = new() { X = Bytes(key, "x"), Y = Bytes(key, "y") } }));
    }

    private static string? Text(JsonElement key, string name) => key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsTextOrAbsent(JsonElement key, string name) => !key.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.String;

    private static byte[] Bytes(JsonElement key, string name) => Base64Url.DecodeFromChars(Text(key, name) ?? throw new FormatException());

    // Some issuers write a leading zero byte, which the framework would count as part of the key's size.
    private static byte[] Number(JsonElement key, string name) => Bytes(key, name).AsSpan().TrimStart((byte)0).ToArray();
}
