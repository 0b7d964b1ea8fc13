using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Federation.OpenId;

/// <summary>A JSON web token, read strictly and believed in nothing yet [AU-412, AU-413].</summary>
internal sealed class WebToken : IDisposable
{
    private const int MostCharacters = 20_000;

    private static readonly FrozenSet<string> Algorithms = new[] { "RS256", "RS384", "RS512", "ES256", "ES384", "ES512" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> OtherTypes = new[] { "dpop+jwt", "at+jwt", "application/at+jwt", "logout+jwt" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly JsonDocument payload;
    private readonly byte[] signed;
    private readonly byte[] signature;

    private WebToken(string algorithm, string? keyId, JsonDocument payload, byte[] signed, byte[] signature)
    {
        Algorithm = algorithm;
        KeyId = keyId;
        this.payload = payload;
        this.signed = signed;
        this.signature = signature;
    }

    /// <summary>How it says it is signed; one of those we take.</summary>
    internal string Algorithm { get; }

    /// <summary>The key it names; null when it names none.</summary>
    internal string? KeyId { get; }

    /// <summary>Its claims.</summary>
    internal JsonElement Claims => payload.RootElement;

    /// <summary>Reads a token.</summary>
    /// <exception cref="ProofException">It is none, or of a kind that we do not take.</exception>
    internal static WebToken Read(string text)
    {
        var parts = text.Length <= MostCharacters ? text.Split('.') : [];
        if (parts.Length != 3 || Decode(parts[0]) is not { } head || Decode(parts[1]) is not { } body || Decode(parts[2]) is not { } signature)
        {
            throw Malformed();
        }

        using var header = StrictJson.TryRead(head) ?? throw Malformed();
        if (Header(header.RootElement, "alg") is not { } algorithm || !Algorithms.Contains(algorithm)
            || header.RootElement.TryGetProperty("crit", out _) || (Header(header.RootElement, "typ") is { } type && OtherTypes.Contains(type)))
        {
            throw Malformed();
        }

        return new(
            algorithm,
            Header(header.RootElement, "kid"),
            StrictJson.TryRead(body) ?? throw Malformed(),
            Encoding.ASCII.GetBytes(text, 0, text.LastIndexOf('.')),
            signature);
    }

    /// <summary>Whether one of some keys signed it.</summary>
    internal bool IsSignedBy(SigningKey key) => key.Fits(Algorithm) && key.Verifies(Algorithm, signed, signature);

    /// <summary>A claim that is a string; null when it is not there.</summary>
    internal string? Text(string claim) => Claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public void Dispose() => payload.Dispose();

    private static ProofException Malformed() => new(
        ProofFault.Invalid, "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");

    private static string? Header(JsonElement header, string name) => !header.TryGetProperty(name, out var value)
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Malformed();

    // What is decoded must be written in one way only: otherwise a changed letter would leave the token as good as before.
    private static byte[]? Decode(string part)
    {
        if (part.Length == 0 || part.AsSpan().ContainsAnyExcept(Alphabet) || !Base64Url.IsValid(part))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(part);
        return Base64Url.EncodeToString(bytes) == part ? bytes : null;
    }

    private static readonly System.Buffers.SearchValues<char> Alphabet =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
