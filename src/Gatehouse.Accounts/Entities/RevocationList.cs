using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>A certificate revocation list: the certificates under a trust anchor that are no longer taken [AU-861].</summary>
public sealed record RevocationList : IEntity<RevocationList>
{
    /// <inheritdoc/>
    public static string TableName => "crl";

    /// <inheritdoc/>
    public static JsonTypeInfo<RevocationList> Json => EntityJson.Default.RevocationList;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id: a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The region it was made in, and is seen in.</summary>
    public required string Region { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The list as it was given: PEM or DER.</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>The ARN of the trust anchor it is for.</summary>
    public required string TrustAnchorArn { get; init; }

    /// <summary>Whether it is asked.</summary>
    public bool Enabled { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;

    /// <summary>Its ARN in an account.</summary>
    public Arn ArnIn(string account) => ArnOf(Region, account, Id);

    /// <summary>The ARN of one that need not exist.</summary>
    public static Arn ArnOf(string region, string account, string id) => new($"arn:aws:rolesanywhere:{region}:{account}:crl/{id}");
}
