using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>That somebody of an identity store is in a group.</summary>
public sealed record IdentityMembership : IEntity<IdentityMembership>
{
    /// <inheritdoc/>
    public static string TableName => "identitymembership";

    /// <inheritdoc/>
    public static JsonTypeInfo<IdentityMembership> Json => EntityJson.Default.IdentityMembership;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the group.</summary>
    public required string GroupId { get; init; }

    /// <summary>The id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Who made it: an ARN.</summary>
    public required string CreatedBy { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => KeyOf(GroupId, UserId);

    /// <inheritdoc/>
    [JsonIgnore]
    public string? UniqueId => Id;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Owner => UserId;

    /// <summary>The key of a user's membership in a group.</summary>
    public static string KeyOf(string group, string user) => $"{group}/{user}";
}
