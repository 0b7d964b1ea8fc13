using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>That a user or a group of an identity store may use an application.</summary>
public sealed record ApplicationAssignment : IEntity<ApplicationAssignment>
{
    /// <inheritdoc/>
    public static string TableName => "applicationassignment";

    /// <inheritdoc/>
    public static JsonTypeInfo<ApplicationAssignment> Json => EntityJson.Default.ApplicationAssignment;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>The id of the application.</summary>
    public required string ApplicationId { get; init; }

    /// <summary>The id of the user or the group.</summary>
    public required string PrincipalId { get; init; }

    /// <summary>Whether it is a group's.</summary>
    public bool IsGroup { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => KeyOf(ApplicationId, IsGroup, PrincipalId);

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Owner => PrincipalId;

    /// <inheritdoc/>
    [JsonIgnore]
    public IEnumerable<string> Mentions => [ApplicationId];

    /// <summary>The key of the assignment of somebody to an application.</summary>
    public static string KeyOf(string application, bool isGroup, string principal) => $"{application}/{(isGroup ? "GROUP" : "USER")}/{principal}";
}
