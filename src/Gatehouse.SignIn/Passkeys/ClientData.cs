using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>What the browser says of a ceremony, and the authenticator signs: for what, where, and which challenge it answers.</summary>
internal static class ClientData
{
    /// <summary>The most bytes that are read.</summary>
    internal const int MaxSize = 4096;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Checks it.</summary>
    /// <param name="utf8">The JSON, as it was signed.</param>
    /// <param name="type">What it must be for.</param>
    /// <param name="ceremony">What was asked.</param>
    /// <returns>Its hash, which the authenticator signed.</returns>
    /// <exception cref="PasskeyException">It is not of this ceremony.</exception>
    internal static byte[] Check(byte[] utf8, string type, PasskeyCeremony ceremony)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw new PasskeyException(PasskeyFault.Malformed);
        }

        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            Check(document.RootElement, type, ceremony);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new PasskeyException(PasskeyFault.Malformed);
        }

        return SHA256.HashData(utf8);
    }

    private static void Check(JsonElement data, string type, PasskeyCeremony ceremony)
    {
        if (!data.GetProperty("type").ValueEquals(type))
        {
            throw new PasskeyException(PasskeyFault.Type);
        }

        var expected = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(ceremony.Challenge.Span));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(data.GetProperty("challenge").GetString() ?? ""), expected))
        {
            throw new PasskeyException(PasskeyFault.Challenge);
        }

        // Our pages are never framed [AU-711]: an answer that was made inside another site's page is not ours either. Nor do we bind tokens.
        var framed = (data.TryGetProperty("crossOrigin", out var crossOrigin) && crossOrigin.ValueKind != JsonValueKind.False) || data.TryGetProperty("topOrigin", out _);
        var bound = data.TryGetProperty("tokenBinding", out var binding) && !binding.GetProperty("status").ValueEquals("supported");
        if (!data.GetProperty("origin").ValueEquals(ceremony.Party.Origin) || framed || bound)
        {
            throw new PasskeyException(PasskeyFault.Origin);
        }
    }
}
