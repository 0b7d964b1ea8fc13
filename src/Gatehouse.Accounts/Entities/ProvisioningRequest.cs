using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>A request about the roles of a permission set in accounts, and how far it has come: commits in several accounts and a worker between them.</summary>
public sealed record ProvisioningRequest : IEntity<ProvisioningRequest>
{
    /// <inheritdoc/>
    public static string TableName => "provisioning";

    /// <inheritdoc/>
    public static JsonTypeInfo<ProvisioningRequest> Json => EntityJson.Default.ProvisioningRequest;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>What is asked.</summary>
    public required ProvisioningKind Kind { get; init; }

    /// <summary>The id of the instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The id of the permission set; null when the whole instance is gone.</summary>
    public string? PermissionSetId { get; init; }

    /// <summary>The name of the permission set, by which its role is found when the set is gone.</summary>
    public string? PermissionSetName { get; init; }

    /// <summary>The roles that are to go with the instance, each as <c>ACCOUNT/NAME</c>.</summary>
    public ImmutableArray<string> Roles { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The accounts it bears on, in ascending order.</summary>
    public ImmutableArray<string> Accounts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the request named one account, rather than all in which the set is a role.</summary>
    public bool IsOfOneAccount { get; init; }

    /// <summary>The id of the user or the group; null when it is about nobody.</summary>
    public string? PrincipalId { get; init; }

    /// <summary>Whether that is a group.</summary>
    public bool IsGroup { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Requested { get; init; }

    /// <summary>When it ended, well or not; null while it is under way.</summary>
    public DateTimeOffset? Completed { get; init; }

    /// <summary>Why it failed, in words; null when it did not.</summary>
    public string? Failure { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;
}
