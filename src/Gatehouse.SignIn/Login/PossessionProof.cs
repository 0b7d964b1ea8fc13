using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.SignIn.Login;

/// <summary>A proof that the sender of a request holds a key, checked (RFC 9449) [AU-742]. Whether it was shown before is not asked here.</summary>
/// <param name="KeyThumbprint">The thumbprint of the key (RFC 7638).</param>
/// <param name="Id">What no other proof of any key has.</param>
/// <param name="Ends">When it is too old.</param>
internal sealed record PossessionProof(string KeyThumbprint, string Id, DateTimeOffset Ends)
{
    private const int MostCharacters = 4096;
    private const int MostOfId = 256;
    private const int CoordinateSize = 32;
    private const int SignatureSize = 2 * CoordinateSize;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>What only private and symmetric keys have (RFC 7518): who sends one has shown it to everybody on the way.</summary>
    private static readonly string[] Secrets = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>Checks the proof of a request.</summary>
    /// <exception cref="Wire.ApiException">There is none, or it proves nothing.</exception>
    internal static PossessionProof Require(PresentedProof? presented, PublicAddress address, DateTimeOffset now)
    {
        if (presented is null)
        {
            throw TokenRefusals.Invalid("The DPoP header is missing.");
        }

        if (!CompactToken.TryRead(presented.Token, MostCharacters, out var token))
        {
            throw TokenRefusals.Invalid("The DPoP proof is not a JSON web token.");
        }

        using (token)
        {
            var head = token.Head;
            if (Text(head, "typ") != "dpop+jwt" || Text(head, "alg") != "ES256" || head.TryGetProperty("crit", out _) || !head.TryGetProperty("jwk", out var key))
            {
                throw TokenRefusals.Invalid("The DPoP proof must be of the type dpop+jwt, signed with ES256, and bring its public key.");
            }

            var thumbprint = RequireSignature(token, key);
            RequireRequest(token.Claims, presented, address);
            if (!token.Claims.TryGetProperty("iat", out var issued) || issued.ValueKind != JsonValueKind.Number || !issued.TryGetInt64(out var seconds)
                || Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) > (decimal)Window.TotalSeconds)
            {
                throw TokenRefusals.Invalid("The DPoP proof was not made within the last five minutes. Check the clock of this machine.");
            }

            return Text(token.Claims, "jti") is { Length: > 0 and <= MostOfId } id
                ? new(thumbprint, Hash($"{thumbprint}.{id}"), DateTimeOffset.FromUnixTimeSeconds(seconds) + Window + TimeSpan.FromSeconds(1))
                : throw TokenRefusals.Invalid("The DPoP proof has no id.");
        }
    }

    private static string RequireSignature(CompactToken token, JsonElement key)
    {
        if (key.ValueKind == JsonValueKind.Object && Text(key, "kty") == "EC" && Text(key, "crv") == "P-256" && !Secrets.Any(secret => key.TryGetProperty(secret, out _))
            && Text(key, "x") is { } x && CompactToken.Decode(x) is { Length: CoordinateSize } first
            && Text(key, "y") is { } y && CompactToken.Decode(y) is { Length: CoordinateSize } second
            && token.Signature.Length == SignatureSize)
        {
            try
            {
                using var curve = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = first, Y = second } });
                if (curve.VerifyData(token.Signed.Span, token.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
                {
                    return Hash($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""");
                }
            }
            catch (CryptographicException)
            {
                // A point that is not on the curve.
            }
        }

        throw TokenRefusals.Invalid("The DPoP proof is not signed with the public key that it brings, or that is no key on P-256.");
    }

    private static void RequireRequest(JsonElement claims, PresentedProof presented, PublicAddress address)
    {
        if (Text(claims, "htm") != presented.Method)
        {
            throw TokenRefusals.Invalid("The DPoP proof is for another method.");
        }

        if (Text(claims, "htu") is not { } url || !address.Is(url, PathOf(presented.Url), presented.Url))
        {
            throw TokenRefusals.Invalid($"The DPoP proof is for another address. This server is reached at {address.Url}.");
        }
    }

    private static string PathOf(string url) => url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3) is >= 0 and var start ? url[start..] : "/";

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
