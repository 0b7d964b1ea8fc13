using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>How the deletion of a service's role went.</summary>
public sealed record RoleDeletion : IEntity<RoleDeletion>
{
    /// <inheritdoc/>
    public static string TableName => "roledeletion";

    /// <inheritdoc/>
    public static JsonTypeInfo<RoleDeletion> Json => EntityJson.Default.RoleDeletion;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id, <c>task/aws-service-role/…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset Ended { get; init; }

    /// <summary>The ARNs of what the service still needs the role for; none when the role was deleted.</summary>
    public ImmutableArray<string> Uses { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;
}
