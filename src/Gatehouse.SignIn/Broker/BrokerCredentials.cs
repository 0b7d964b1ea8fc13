using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.SignIn.Broker;

/// <summary>The credentials that a broker shows in place of a signature [AU-720].</summary>
/// <param name="Session">Their session.</param>
/// <param name="AccessKeyId">Their access key id.</param>
/// <param name="Caller">Whose they are.</param>
internal sealed record BrokerCredentials(SessionContents Session, string AccessKeyId, Caller Caller)
{
    private const int MostJson = 16 * 1024;
    private const int MostText = 8 * 1024;

    /// <summary>Checks credentials: that they are whole, go with each other, and still stand. All that is wrong with them looks the same.</summary>
    internal static async ValueTask<BrokerCredentials?> FindAsync(Installation installation, string json, CancellationToken cancel)
    {
        if (json.Length > MostJson)
        {
            return null;
        }

        using var document = StrictJson.TryRead(Encoding.UTF8.GetBytes(json));
        if (document is null || Text(document.RootElement, "sessionId") is not { } keyId || Text(document.RootElement, "sessionKey") is not { } secret
            || Text(document.RootElement, "sessionToken") is not { } token
            || !installation.Sessions.TryOpen(token, keyId, out var session, out _) || !IsRight(installation, token, keyId, secret)
            || await installation.Accounts.FindAsync(session.Account, cancel) is not { } slot
            || SessionCallers.Find(slot.Current, keyId, session) is not { } caller)
        {
            return null;
        }

        return new(session, keyId, caller);
    }

    private static bool IsRight(Installation installation, string token, string keyId, string secret)
    {
        if (!installation.Sessions.TryOpenSecretKey(token, keyId, out var kept))
        {
            return false;
        }

        using (kept)
        {
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), kept.Bytes);
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= MostText } text && text.All(char.IsAscii) ? text : null;
}
