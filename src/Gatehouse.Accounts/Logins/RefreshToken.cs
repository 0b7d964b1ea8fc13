using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Logins;

/// <summary>With what a program fetches the next credentials of a grant [AU-743]. Sealed, so that nothing is stored: it outlives a restart.</summary>
public sealed record RefreshToken
{
    /// <summary>The most characters it may have: what the model of CreateOAuth2Token takes.</summary>
    public const int MaxLength = 2048;

    private const int AccountLength = 12;

    /// <summary>The grant.</summary>
    public required LoginGrant Grant { get; init; }

    /// <summary>The thumbprint of the key that its holder shows to have (RFC 7638): nobody else can use it.</summary>
    public required string KeyThumbprint { get; init; }

    /// <summary>How many came before it in the grant.</summary>
    public required int Number { get; init; }

    /// <summary>The account that a token or an authorization code says it is of; null when it says none. Nothing of it is proven.</summary>
    public static string? AccountOf(string? text) =>
        text is { Length: > AccountLength } && text[AccountLength] == '.' && text.AsSpan(0, AccountLength).IndexOfAnyExceptInRange('0', '9') < 0 ? text[..AccountLength] : null;

    /// <summary>The token as it is sent: the account, which finds it again, and the sealed rest.</summary>
    /// <returns>False when the session is too large to be sent along.</returns>
    public bool TrySeal(SealedMessages messages, [NotNullWhen(true)] out string? text)
    {
        text = messages.TrySeal(MessagePurpose.Refresh, Grant.Session.Account, JsonSerializer.Serialize(this, LoginJson.Default.RefreshToken), out var message)
            ? $"{Grant.Session.Account}.{message}"
            : null;
        text = text?.Length <= MaxLength ? text : null;
        return text is not null;
    }

    /// <summary>Reads a token as it came with a request; whether its grant still stands is the caller's to ask.</summary>
    /// <returns>False when it is not ours, or was changed.</returns>
    public static bool TryRead(SealedMessages messages, string text, [NotNullWhen(true)] out RefreshToken? token)
    {
        token = AccountOf(text) is { } account && messages.TryOpen(MessagePurpose.Refresh, account, text[(AccountLength + 1)..], out var json)
            ? JsonSerializer.Deserialize(json, LoginJson.Default.RefreshToken)
            : null;
        return token is not null;
    }
}
