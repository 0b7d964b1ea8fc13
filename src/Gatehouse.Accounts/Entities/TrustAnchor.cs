using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>A certificate authority whose certificates the account takes as proof of identity in one region [AU-861].</summary>
public sealed record TrustAnchor : IEntity<TrustAnchor>
{
    /// <inheritdoc/>
    public static string TableName => "trustanchor";

    /// <inheritdoc/>
    public static JsonTypeInfo<TrustAnchor> Json => EntityJson.Default.TrustAnchor;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id: a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The region it was made in, and is seen in.</summary>
    public required string Region { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The certificates of the authority, as PEM, as they were given.</summary>
    public required string Certificates { get; init; }

    /// <summary>Whether sessions begin by it.</summary>
    public bool Enabled { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>What was chosen to be told of; what is not among them is as AWS sets it.</summary>
    public ImmutableArray<ExpiryNotice> Notices { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;

    /// <summary>Its ARN in an account.</summary>
    public Arn ArnIn(string account) => ArnOf(Region, account, Id);

    /// <summary>The ARN of one that need not exist.</summary>
    public static Arn ArnOf(string region, string account, string id) => new($"arn:aws:rolesanywhere:{region}:{account}:trust-anchor/{id}");
}
