using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>An OpenID Connect issuer outside whose tokens applications exchange for ours: it and we know the same people.</summary>
public sealed record TrustedTokenIssuer : IEntity<TrustedTokenIssuer>
{
    /// <inheritdoc/>
    public static string TableName => "trustedtokenissuer";

    /// <inheritdoc/>
    public static JsonTypeInfo<TrustedTokenIssuer> Json => EntityJson.Default.TrustedTokenIssuer;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id: <c>tti-</c> and a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Its URL, as its tokens write it.</summary>
    public required string IssuerUrl { get; init; }

    /// <summary>The claim that says who somebody is, with dots between the names of nested ones.</summary>
    public required string ClaimPath { get; init; }

    /// <summary>The attribute of users that it is compared with.</summary>
    public required string AttributePath { get; init; }

    /// <summary>The keys that its tokens are checked with, and no others; null when the issuer is asked for its keys [AU-408].</summary>
    public PinnedKeySet? PinnedKeys { get; init; }

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>With which token it was asked for, so that asking again makes no second one; null when there was none.</summary>
    public CreationToken? Asked { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;

    /// <summary>Its ARN in an instance.</summary>
    public Arn ArnIn(string account, string instance) => ArnOf(account, instance, Id);

    /// <summary>The ARN of one that need not exist.</summary>
    public static Arn ArnOf(string account, string instance, string id) => new($"arn:aws:sso::{account}:trustedTokenIssuer/{instance}/{id}");

    /// <summary>The issuer of an ARN; null when the account has no such one.</summary>
    public static TrustedTokenIssuer? FindIn(Account account, string arn)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(arn);
        return account.IdentityCenter is { } instance && account.TrustedTokenIssuers.Find(arn[(arn.LastIndexOf('/') + 1)..]) is { } issuer
            && issuer.ArnIn(account.Id, instance.Id).Text == arn
            ? issuer
            : null;
    }
}
