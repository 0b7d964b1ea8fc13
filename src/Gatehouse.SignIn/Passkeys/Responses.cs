using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>Reads what the browser's script sends: a credential as <c>PublicKeyCredential.toJSON()</c> writes it.</summary>
internal static class Responses
{
    private const int MaxLength = 32 * 1024;
    private const int MaxTransports = 8;

    /// <summary>The longest id that WebAuthn allows a credential.</summary>
    private const int MaxId = 1023;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads a credential, and with it what a registration or an assertion must hold.</summary>
    /// <exception cref="PasskeyException">It is malformed.</exception>
    internal static T Read<T>(string text, Func<string, JsonElement, T> read)
    {
        if (text.Length is 0 or > MaxLength)
        {
            throw new PasskeyException(PasskeyFault.Malformed);
        }

        try
        {
            using var document = JsonDocument.Parse(text, Options);
            var credential = document.RootElement;
            var id = credential.GetProperty("rawId").GetString();
            return Text(credential, "type") == "public-key" && id == Text(credential, "id") && Decode(id, MaxId).Length > 0
                ? read(id!, credential.GetProperty("response"))
                : throw new PasskeyException(PasskeyFault.Malformed);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new PasskeyException(PasskeyFault.Malformed);
        }
    }

    /// <summary>Reads bytes, which stand as base64url: one text for the same bytes, so without padding, spaces and stray bits.</summary>
    internal static byte[] Bytes(JsonElement response, string name, int most) => Decode(Text(response, name), most);

    /// <summary>The same of what may be missing.</summary>
    internal static byte[]? OptionalBytes(JsonElement response, string name, int most) =>
        response.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Decode(value.GetString(), most) : null;

    /// <summary>How the authenticator is reached: those ways that we know, for they are but hints, and new ones come with new browsers.</summary>
    internal static ImmutableArray<string> Transports(JsonElement response) =>
        response.TryGetProperty("transports", out var given) && given.ValueKind == JsonValueKind.Array && given.GetArrayLength() <= MaxTransports
            ? [.. given.EnumerateArray().Select(one => one.GetString()!).Where(one => one is "usb" or "nfc" or "ble" or "smart-card" or "hybrid" or "internal").Distinct()]
            : [];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static byte[] Decode(string? text, int most)
    {
        if (text is null || text.Length > Base64Url.GetEncodedLength(most) || !Ascii.IsValid(text))
        {
            throw new PasskeyException(PasskeyFault.Malformed);
        }

        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            return Base64Url.EncodeToString(bytes) == text ? bytes : throw new PasskeyException(PasskeyFault.Malformed);
        }
        catch (FormatException)
        {
            throw new PasskeyException(PasskeyFault.Malformed);
        }
    }
}
