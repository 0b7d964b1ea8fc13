using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Federation.OpenId;

/// <summary>A JSON web token, read strictly and believed in nothing yet [AU-412, AU-413].</summary>
internal sealed class WebToken : IDisposable
{
    private const int MostCharacters = 20_000;
    private const string Application = "application/";

    private static readonly FrozenSet<string> Algorithms = new[] { "RS256", "RS384", "RS512", "ES256", "ES384", "ES512" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> OtherTypes = new[] { "dpop+jwt", "at+jwt", "logout+jwt" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly CompactToken token;

    private WebToken(CompactToken token, string algorithm, string? keyId)
    {
        this.token = token;
        Algorithm = algorithm;
        KeyId = keyId;
    }

    /// <summary>How it says it is signed; one of those we take.</summary>
    internal string Algorithm { get; }

    /// <summary>The key it names; null when it names none.</summary>
    internal string? KeyId { get; }

    /// <summary>Its claims.</summary>
    internal JsonElement Claims => token.Claims;

    /// <summary>Reads a token.</summary>
    /// <exception cref="ProofException">It is none, or of a kind that we do not take.</exception>
    internal static WebToken Read(string text)
    {
        if (!CompactToken.TryRead(text, MostCharacters, out var token))
        {
            throw Malformed();
        }

        try
        {
            return Header(token.Head, "alg") is { } algorithm && Algorithms.Contains(algorithm)
                && !token.Head.TryGetProperty("crit", out _) && (Header(token.Head, "typ") is not { } type || !OtherTypes.Contains(type.StartsWith(Application, StringComparison.OrdinalIgnoreCase) ? type[Application.Length..] : type))
                ? new(token, algorithm, Header(token.Head, "kid"))
                : throw Malformed();
        }
        catch
        {
            token.Dispose();
            throw;
        }
    }

    /// <summary>Whether one of some keys signed it.</summary>
    internal bool IsSignedBy(SigningKey key) => key.Fits(Algorithm) && key.Verifies(Algorithm, token.Signed.Span, token.Signature.Span);

    /// <summary>What no other token has: its id, or the hash of what its signature covers [AU-429].</summary>
    internal string Identity => Text("jti") is { Length: > 0 } id ? "jti:" + id : "sha256:" + Convert.ToHexString(SHA256.HashData(token.Signed.Span));

    /// <summary>A claim that is a string; null when it is not there.</summary>
    internal string? Text(string claim) => Claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public void Dispose() => token.Dispose();

    private static ProofException Malformed() => new(
        ProofFault.Invalid, "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");

    private static string? Header(JsonElement header, string name) => !header.TryGetProperty(name, out var value)
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Malformed();
}
