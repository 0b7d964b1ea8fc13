using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Gatehouse.Accounts.Sessions;

/// <summary>What an accepted delegation gives to whom it is sent: the right to trade it in for a session of a principal [AU-326].</summary>
/// <remarks>Sealed, so that nothing is stored; whoever makes one limits it by the policies of the delegation.</remarks>
public sealed record TradeInToken
{
    /// <summary>The account that delegates.</summary>
    public required string Account { get; init; }

    /// <summary>The unique id of the user or role that delegates.</summary>
    public required string PrincipalId { get; init; }

    /// <summary>The account that it is given to: nobody else trades it in.</summary>
    public required string Requestor { get; init; }

    /// <summary>The name of the session.</summary>
    public required string SessionName { get; init; }

    /// <summary>The inline policy that limits the session; null when there is none.</summary>
    public string? Policy { get; init; }

    /// <summary>The managed policies that limit the session.</summary>
    public IReadOnlyList<string> PolicyArns { get; init; } = [];

    /// <summary>How long the session lasts.</summary>
    public required int Seconds { get; init; }

    /// <summary>When the token itself ends.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>The token as it is sent: the account, which finds it again, and the sealed rest.</summary>
    /// <exception cref="InvalidOperationException">Its policies are too long, or there are none: a delegation always has limits.</exception>
    public string Seal(SealedMessages messages) =>
        (Policy is not null || PolicyArns.Count > 0)
        && messages.TrySeal(MessagePurpose.TradeIn, Account, JsonSerializer.Serialize(this, TradeInJson.Default.TradeInToken), out var message)
            ? $"{Account}.{message}"
            : throw new InvalidOperationException("A trade-in token needs policies, and not too long ones.");

    /// <summary>Reads a token as it came with a request; whether it is expired is the caller's to ask.</summary>
    /// <returns>False when it is not ours, or was changed.</returns>
    public static bool TryRead(SealedMessages messages, string text, [NotNullWhen(true)] out TradeInToken? token)
    {
        token = text.IndexOf('.') is 12 && messages.TryOpen(MessagePurpose.TradeIn, text[..12], text[13..], out var json)
            ? JsonSerializer.Deserialize(json, TradeInJson.Default.TradeInToken)
            : null;
        return token is not null;
    }
}
