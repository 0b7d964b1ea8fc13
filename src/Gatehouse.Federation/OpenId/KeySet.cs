using System.Collections.Immutable;
using System.Text.Json;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Federation.OpenId;

/// <summary>An issuer's public keys, as they were at one moment.</summary>
/// <param name="Keys">The keys we can use.</param>
/// <param name="Fetched">When they were got.</param>
/// <param name="Fresh">How long they hold without asking again.</param>
internal sealed record KeySet(ImmutableArray<SigningKey> Keys, DateTimeOffset Fetched, TimeSpan Fresh)
{
    /// <summary>The most keys of one type that are kept [AU-406].</summary>
    internal const int MostOfType = 100;

    private static readonly TimeSpan Least = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Most = TimeSpan.FromHours(24);
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    /// <summary>Reads a key set; null when the document is none.</summary>
    internal static KeySet? Read(ReadOnlyMemory<byte> body, TimeSpan? maxAge, DateTimeOffset now)
    {
        using var document = StrictJson.TryRead(body);
        if (document is null || !document.RootElement.TryGetProperty("keys", out var keys) || keys.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        // Bounded before anything is computed.
        var read = keys.EnumerateArray().Take(MostOfType * 4).Select(SigningKey.Read).OfType<SigningKey>().ToList();
        var held = read.Where(key => key.IsRsa).Take(MostOfType).Concat(read.Where(key => !key.IsRsa).Take(MostOfType)).ToImmutableArray();
        var fresh = maxAge is { } asked ? (asked < Least ? Least : asked > Most ? Most : asked) : Usual;
        return new(held, now, fresh);
    }

    /// <summary>Whether it has a key of this id.</summary>
    internal bool Has(string id) => Keys.Any(key => key.Id == id);
}
