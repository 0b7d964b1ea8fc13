using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gatehouse.Accounts.Logins;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>A token of a grant: to ask for roles with, or for the next token. Sealed, so that nothing is stored, and a restart ends none [AU-851].</summary>
/// <param name="Grant">What it is of.</param>
/// <param name="Expires">From when on it is good for nothing.</param>
/// <param name="Number">How many tokens that fetch the next came before it in the grant; of no account otherwise.</param>
public sealed record PortalToken(PortalGrant Grant, DateTimeOffset Expires, int Number)
{
    private const int AccountLength = 12;

    /// <summary>The token as it is sent: the account, which finds it again, and the sealed rest.</summary>
    /// <param name="messages">Seals it.</param>
    /// <param name="purpose"><see cref="MessagePurpose.PortalAccess"/> or <see cref="MessagePurpose.PortalRefresh"/>.</param>
    public string Seal(SealedMessages messages, MessagePurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return messages.TrySeal(purpose, Grant.Session.Account, JsonSerializer.Serialize(this, PortalJson.Default.PortalToken), out var message)
            ? $"{Grant.Session.Account}.{message}"
            : throw new InvalidOperationException("A grant has more in it than a token can carry.");
    }

    /// <summary>Reads a token as it came with a request; whether its session still stands is the caller's to ask.</summary>
    /// <returns>False when it is not ours, or was changed.</returns>
    public static bool TryRead(SealedMessages messages, MessagePurpose purpose, string? text, [NotNullWhen(true)] out PortalToken? token)
    {
        ArgumentNullException.ThrowIfNull(messages);
        token = AccountOf(text) is { } account && messages.TryOpen(purpose, account, text![(AccountLength + 1)..], out var json)
            ? JsonSerializer.Deserialize(json, PortalJson.Default.PortalToken)
            : null;
        return token is not null;
    }

    /// <summary>The account that a token or a code says it is of; null when it says none. Nothing of it is proven.</summary>
    public static string? AccountOf(string? text) => RefreshToken.AccountOf(text);
}
