using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>That a user or a group of an identity store has a permission set in an account.</summary>
public sealed record AccountAssignment : IEntity<AccountAssignment>
{
    /// <inheritdoc/>
    public static string TableName => "assignment";

    /// <inheritdoc/>
    public static JsonTypeInfo<AccountAssignment> Json => EntityJson.Default.AccountAssignment;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>The account in which the role is.</summary>
    public required string AccountId { get; init; }

    /// <summary>The id of the permission set.</summary>
    public required string PermissionSetId { get; init; }

    /// <summary>The id of the user or the group.</summary>
    public required string PrincipalId { get; init; }

    /// <summary>Whether it is a group's.</summary>
    public bool IsGroup { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => $"{AccountId}/{PermissionSetId}/{(IsGroup ? "GROUP" : "USER")}/{PrincipalId}";

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Owner => PrincipalId;
}
