using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>The account as an issuer of OIDC tokens for services outside [AU-325]: one row, once outbound federation was ever switched on.</summary>
public sealed record TokenIssuer : IEntity<TokenIssuer>
{
    /// <summary>How long one key signs before the next one is made.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromDays(90);

    /// <summary>How long a new key is only published, until everyone who caches keys has read it.</summary>
    public static readonly TimeSpan Spread = TimeSpan.FromDays(1);

    /// <summary>How long a key stays published after it last signed.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public static string TableName => "tokenissuer";

    /// <inheritdoc/>
    public static JsonTypeInfo<TokenIssuer> Json => EntityJson.Default.TokenIssuer;

    /// <summary>Whether tokens are issued. Those that were stay good, and keys stay published.</summary>
    public bool Enabled { get; init; }

    /// <summary>Its keys, oldest first.</summary>
    public ImmutableArray<TokenSigningKey> Keys { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => "self";

    /// <summary>The key that signs at a moment: the newest that everyone knows; null when there is none of the algorithm.</summary>
    public TokenSigningKey? SigningKey(string algorithm, DateTimeOffset now)
    {
        var mine = Of(algorithm);
        return mine.LastOrDefault(key => key.Created + Spread <= now) ?? mine.FirstOrDefault();
    }

    /// <summary>The keys that tokens may still name.</summary>
    public IEnumerable<TokenSigningKey> Published(DateTimeOffset now) => Keys.Where(key => EndOf(key) > now);

    /// <summary>Whether the algorithm wants a new key.</summary>
    public bool IsDue(string algorithm, DateTimeOffset now) => Of(algorithm) is not [.., var newest] || newest.Created + Term <= now;

    private List<TokenSigningKey> Of(string algorithm) => [.. Keys.Where(key => key.Algorithm == algorithm)];

    private DateTimeOffset EndOf(TokenSigningKey key) =>
        Of(key.Algorithm).Find(other => other.Created > key.Created) is { } next ? next.Created + Spread + Overlap : DateTimeOffset.MaxValue;
}
