using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Federation.OpenId;

/// <summary>Reads key sets that somebody gives us, who can be told what is wrong with them: those that are fetched are read as far as they are of use [AU-406, AU-408].</summary>
internal static class GivenKeySet
{
    // The private members of RFC 7518, chapter 6, and of keys that came after it.
    private static readonly FrozenSet<string> Secrets = new[] { "d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads a key set.</summary>
    /// <returns>Its keys that can verify tokens: one at least.</returns>
    /// <exception cref="FormatException">It cannot be used, or holds what is to be kept secret.</exception>
    internal static ImmutableArray<IssuerKey> Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var document = StrictJson.TryRead(bytes);
        if (document is null || !document.RootElement.TryGetProperty("keys", out var keys) || keys.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("It is not a JSON Web Key Set: a JSON object whose member \"keys\" is a list of keys.");
        }

        if (keys.GetArrayLength() > KeySet.MostOfType)
        {
            throw new FormatException($"It holds more than {KeySet.MostOfType} keys.");
        }

        if (HoldsSecret(document.RootElement))
        {
            throw new FormatException("It holds a private or symmetric key: give the public keys only, and take that key for known from now on.");
        }

        var read = KeySet.Read(bytes, null, default)!.Keys;
        return read.IsEmpty
            ? throw new FormatException("It holds no key that signs: RSA of 2048 to 8192 bits, or EC on P-256, P-384 or P-521.")
            : [.. read.Select(static key => key.Describe())];
    }

    // Anywhere at all: what is not known to be public is not kept.
    private static bool HoldsSecret(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(static property =>
            Secrets.Contains(property.Name) || (property.Name == "kty" && property.Value.ValueKind == JsonValueKind.String && property.Value.ValueEquals("oct"u8)) || HoldsSecret(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HoldsSecret),
        JsonValueKind.String => element.GetString()!.Contains("PRIVATE KEY-----", StringComparison.Ordinal),
        _ => false,
    };
}
