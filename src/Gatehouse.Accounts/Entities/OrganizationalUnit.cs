using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>A branch of an organization's tree.</summary>
public sealed record OrganizationalUnit : IEntity<OrganizationalUnit>
{
    /// <inheritdoc/>
    public static string TableName => "unit";

    /// <inheritdoc/>
    public static JsonTypeInfo<OrganizationalUnit> Json => EntityJson.Default.OrganizationalUnit;

    /// <summary>Its id, <c>ou-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, unique under its parent.</summary>
    public required string Name { get; init; }

    /// <summary>The root or unit it stands under.</summary>
    public required string ParentId { get; init; }

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;
}
