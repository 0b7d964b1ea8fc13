using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Issuing;

/// <summary>Makes the key pairs of token issuers, signs with them, and shows their public halves (RFC 7515, 7517, 7518).</summary>
public static class TokenSigning
{
    /// <summary>RSA with SHA-256, as most services want it.</summary>
    public const string Rs256 = "RS256";

    /// <summary>ECDSA on P-384 with SHA-384.</summary>
    public const string Es384 = "ES384";

    private const int RsaBits = 2048;
    private const int KeyVersion = 1;

    /// <summary>The algorithms there are.</summary>
    public static IReadOnlyList<string> Algorithms { get; } = [Rs256, Es384];

    /// <summary>The issuer with a new key for each algorithm that wants one, and without those that no token names any more.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <param name="installation">The installation.</param>
    /// <param name="account">The account.</param>
    /// <param name="now">The moment.</param>
    /// <param name="only">The one algorithm that is asked about; null for all.</param>
    public static TokenIssuer Renew(TokenIssuer issuer, Installation installation, string account, DateTimeOffset now, string? only = null) => issuer with
    {
        Keys = [.. issuer.Published(now), .. Algorithms.Where(algorithm => only is null || algorithm == only).Where(algorithm => issuer.IsDue(algorithm, now)).Select(algorithm => Draw(algorithm, installation, account, now))],
    };

    /// <summary>A token: head, claims and signature (RFC 7519).</summary>
    /// <param name="key">The key that signs.</param>
    /// <param name="installation">The installation.</param>
    /// <param name="account">The account whose key it is.</param>
    /// <param name="claims">The claims, as one JSON object.</param>
    /// <param name="type">What kind of token it is, so that none is taken for another.</param>
    public static string Sign(TokenSigningKey key, Installation installation, string account, ReadOnlySpan<byte> claims, string type = "JWT")
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(new() { ["alg"] = key.Algorithm, ["kid"] = key.Id, ["typ"] = type }, IssuingJson.Default.DictionaryStringString);
        var signed = $"{Base64Url.EncodeToString(head)}.{Base64Url.EncodeToString(claims)}";
        if (!installation.Secrets.TryOpen(key.PrivateKey, SecretKind.TokenSigningKey, account, key.Id, KeyVersion, out var secret))
        {
            throw new InvalidOperationException($"The token signing key {key.Id} does not open.");
        }

        using (secret)
        {
            return $"{signed}.{Base64Url.EncodeToString(Sign(key.Algorithm, secret, Encoding.ASCII.GetBytes(signed)))}";
        }
    }

    /// <summary>Whether a key made a signature.</summary>
    public static bool Verifies(TokenSigningKey key, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        var info = Convert.FromBase64String(key.PublicKey);
        if (key.Algorithm == Rs256)
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(info, out _);
            return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var curve = ECDsa.Create();
        curve.ImportSubjectPublicKeyInfo(info, out _);
        return curve.VerifyData(signed, signature, HashAlgorithmName.SHA384, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>Writes the public half of a key as a JSON Web Key.</summary>
    public static void Write(TokenSigningKey key, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kid", key.Id);
        json.WriteString("use", "sig");
        json.WriteString("alg", key.Algorithm);
        var info = Convert.FromBase64String(key.PublicKey);
        if (key.Algorithm == Rs256)
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(info, out _);
            var numbers = rsa.ExportParameters(includePrivateParameters: false);
            json.WriteString("kty", "RSA");
            json.WriteString("n", Base64Url.EncodeToString(numbers.Modulus));
            json.WriteString("e", Base64Url.EncodeToString(numbers.Exponent));
        }
        else
        {
            using var curve = ECDsa.Create();
            curve.ImportSubjectPublicKeyInfo(info, out _);
            var point = curve.ExportParameters(includePrivateParameters: false).Q;
            json.WriteString("kty", "EC");
            json.WriteString("crv", "P-384");
            json.WriteString("x", Base64Url.EncodeToString(point.X));
            json.WriteString("y", Base64Url.EncodeToString(point.Y));
        }

        json.WriteEndObject();
    }

    private static byte[] Sign(string algorithm, Secret secret, byte[] signed)
    {
        if (algorithm == Rs256)
        {
            using var rsa = RSA.Create();
            rsa.ImportPkcs8PrivateKey(secret.Bytes, out _);
            return rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var curve = ECDsa.Create();
        curve.ImportPkcs8PrivateKey(secret.Bytes, out _);
        return curve.SignData(signed, HashAlgorithmName.SHA384, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static TokenSigningKey Draw(string algorithm, Installation installation, string account, DateTimeOffset now)
    {
        using AsymmetricAlgorithm pair = algorithm == Rs256 ? RSA.Create(RsaBits) : ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var id = installation.Ids.NewUuid();
        var plain = pair.ExportPkcs8PrivateKey();
        try
        {
            var box = installation.Secrets.Seal(SecretKind.TokenSigningKey, account, id, KeyVersion, plain);
            return new(id, algorithm, now, Convert.ToBase64String(pair.ExportSubjectPublicKeyInfo()), box);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
