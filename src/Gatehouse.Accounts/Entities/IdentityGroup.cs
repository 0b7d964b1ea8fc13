using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>People of an identity store who get the same roles.</summary>
public sealed record IdentityGroup : IEntity<IdentityGroup>
{
    /// <inheritdoc/>
    public static string TableName => "identitygroup";

    /// <inheritdoc/>
    public static JsonTypeInfo<IdentityGroup> Json => EntityJson.Default.IdentityGroup;

    /// <summary>Its id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it, unique in its store in any case.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What people say of it; null when nothing was said.</summary>
    public string? Description { get; init; }

    /// <summary>The ids that others know it by, each with its issuer.</summary>
    public ImmutableArray<ExternalIdentity> ExternalIds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Who made it: an ARN.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Who changed it last: an ARN.</summary>
    public required string UpdatedBy { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => DisplayName;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? UniqueId => Id;

    /// <summary>The ids that others know it by: each is one group's alone.</summary>
    [JsonIgnore]
    public IEnumerable<string> Mentions => ExternalIds.Select(one => one.Mention);
}
