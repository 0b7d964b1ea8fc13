using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Gatehouse.Accounts.Federation;

/// <summary>A signed JSON web token in its compact form, taken apart strictly and believed in nothing (RFC 7515) [AU-412].</summary>
public sealed class CompactToken : IDisposable
{
    // What is decoded must be written in one way only: otherwise a changed letter would leave the token as good as before.
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly JsonDocument head;
    private readonly JsonDocument body;

    private CompactToken(JsonDocument head, JsonDocument body, byte[] signed, byte[] signature)
    {
        this.head = head;
        this.body = body;
        Signed = signed;
        Signature = signature;
    }

    /// <summary>What it says of itself.</summary>
    public JsonElement Head => head.RootElement;

    /// <summary>Its claims.</summary>
    public JsonElement Claims => body.RootElement;

    /// <summary>The bytes that its signature covers.</summary>
    public ReadOnlyMemory<byte> Signed { get; }

    /// <summary>The signature.</summary>
    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>Takes a token apart.</summary>
    /// <param name="text">The token.</param>
    /// <param name="mostCharacters">How long it may be.</param>
    /// <param name="token">Its parts.</param>
    /// <returns>False when it is none.</returns>
    public static bool TryRead(string text, int mostCharacters, [NotNullWhen(true)] out CompactToken? token)
    {
        token = null;
        var parts = text.Length <= mostCharacters ? text.Split('.', 4) : [];
        if (parts.Length != 3 || Decode(parts[0]) is not { } first || Decode(parts[1]) is not { } second || Decode(parts[2]) is not { } signature
            || StrictJson.TryRead(first) is not { } head)
        {
            return false;
        }

        if (StrictJson.TryRead(second) is not { } body)
        {
            head.Dispose();
            return false;
        }

        token = new(head, body, Encoding.ASCII.GetBytes(text, 0, text.LastIndexOf('.')), signature);
        return true;
    }

    /// <summary>Decodes base64url as tokens write it: without padding, in one spelling for each value; null when it is not that.</summary>
    public static byte[]? Decode(string part)
    {
        if (part.Length == 0 || part.AsSpan().ContainsAnyExcept(Alphabet) || !Base64Url.IsValid(part))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(part);
        return Base64Url.EncodeToString(bytes) == part ? bytes : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        head.Dispose();
        body.Dispose();
    }
}
