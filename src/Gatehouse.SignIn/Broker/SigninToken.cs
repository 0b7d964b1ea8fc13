using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.SignIn.Broker;

/// <summary>With what a browser begins a session that a broker made for it [AU-720]. Sealed, so that nothing is stored. Travels: names are never changed.</summary>
internal sealed record SigninToken
{
    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private const int AccountLength = 12;

    /// <summary>Its own id.</summary>
    public required string Id { get; init; }

    /// <summary>The session whose credentials the broker showed.</summary>
    public required SessionContents Session { get; init; }

    /// <summary>The access key id of these credentials.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>How long the browser's session lasts, in seconds; null for as long as the credentials do.</summary>
    public int? Seconds { get; init; }

    /// <summary>When it was made, to the millisecond.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>The token as it is sent: the account, which finds it again, and the sealed rest.</summary>
    /// <returns>Null when the session says more than fits.</returns>
    internal string? TrySeal(SealedMessages messages) =>
        messages.TrySeal(MessagePurpose.SigninToken, Session.Account, JsonSerializer.Serialize(this, BrokerJson.Default.SigninToken), out var message)
            ? $"{Session.Account}.{message}"
            : null;

    /// <summary>Reads a token as it came with a request; whether it still counts is the caller's to ask.</summary>
    /// <returns>False when it is not ours, or was changed.</returns>
    internal static bool TryRead(SealedMessages messages, string text, [NotNullWhen(true)] out SigninToken? token)
    {
        token = text.IndexOf('.', StringComparison.Ordinal) is AccountLength
            && messages.TryOpen(MessagePurpose.SigninToken, text[..AccountLength], text[(AccountLength + 1)..], out var json)
            ? JsonSerializer.Deserialize(json, BrokerJson.Default.SigninToken)
            : null;
        return token is not null;
    }
}
