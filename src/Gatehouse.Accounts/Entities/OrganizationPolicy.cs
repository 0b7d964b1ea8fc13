using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>A service or resource control policy of an organization.</summary>
public sealed record OrganizationPolicy : IEntity<OrganizationPolicy>
{
    /// <inheritdoc/>
    public static string TableName => "control";

    /// <inheritdoc/>
    public static JsonTypeInfo<OrganizationPolicy> Json => EntityJson.Default.OrganizationPolicy;

    /// <summary>Its id, <c>p-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, unique in the organization.</summary>
    public required string Name { get; init; }

    /// <summary>What people say of it.</summary>
    public string? Description { get; init; }

    /// <summary><c>SERVICE_CONTROL_POLICY</c> or <c>RESOURCE_CONTROL_POLICY</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The text, character for character as it was sent.</summary>
    public required string Document { get; init; }

    /// <summary>Whether AWS made it: <c>p-FullAWSAccess</c> and its kin.</summary>
    public bool AwsManaged { get; init; }

    /// <summary>The root, units and accounts it is attached to.</summary>
    public ImmutableArray<string> Targets { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;
}
