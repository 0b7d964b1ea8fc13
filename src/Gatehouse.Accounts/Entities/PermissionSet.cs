using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>What becomes a role in each account that somebody of an identity store gets it in.</summary>
public sealed record PermissionSet : IEntity<PermissionSet>
{
    /// <summary>The path under which such roles stand; nobody can make others there, or change these [AU-852].</summary>
    public const string ReservedPath = "/aws-reserved/sso.amazonaws.com/";

    /// <summary>How the names of such roles begin.</summary>
    public const string RolePrefix = "AWSReservedSSO_";

    private const int HashBytes = 8;

    /// <inheritdoc/>
    public static string TableName => "permissionset";

    /// <inheritdoc/>
    public static JsonTypeInfo<PermissionSet> Json => EntityJson.Default.PermissionSet;

    /// <summary>Its id: <c>ps-</c> and sixteen hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, unique in its instance.</summary>
    public required string Name { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What people say of it; null when nothing was said.</summary>
    public string? Description { get; init; }

    /// <summary>How long its sessions last, in seconds: 3600 to 43200.</summary>
    public int SessionSeconds { get; init; } = 3600;

    /// <summary>The same as it was written, such as <c>PT60M</c>; null for the default.</summary>
    public string? SessionDuration { get; init; }

    /// <summary>Where a browser goes that opens the console with it; null for the first page.</summary>
    public string? RelayState { get; init; }

    /// <summary>The ARNs of the AWS managed policies it gives.</summary>
    public ImmutableArray<string> ManagedPolicies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The policies of the accounts themselves that it gives: each must be there under its name.</summary>
    public ImmutableArray<PolicyReference> CustomerPolicies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>A policy of its own; null when it has none.</summary>
    public string? InlinePolicy { get; init; }

    /// <summary>The ARN of the AWS managed policy that is its boundary; null when none is.</summary>
    public string? BoundaryPolicy { get; init; }

    /// <summary>The policy of the accounts themselves that is its boundary; null when none is.</summary>
    public PolicyReference? BoundaryReference { get; init; }

    /// <summary>The accounts in which it is a role, in ascending order.</summary>
    public ImmutableArray<string> Provisioned { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Those among them whose role is as it was before the last change.</summary>
    public ImmutableArray<string> Outdated { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? UniqueId => Id;

    /// <summary>Its ARN in an instance.</summary>
    public Arn ArnIn(string instance) => ArnOf(instance, Id);

    /// <summary>The ARN of a permission set that need not exist.</summary>
    public static Arn ArnOf(string instance, string id) => new($"arn:aws:sso:::permissionSet/{instance}/{id}");

    /// <summary>The name of its role in an account: the same each time, and of no other.</summary>
    public string RoleNameIn(string account) => RoleNameOf(Id, Name, account);

    /// <summary>The name of the role of a permission set that need not exist any more.</summary>
    public static string RoleNameOf(string id, string name, string account) =>
        $"{RolePrefix}{name}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{id}/{account}")).AsSpan(0, HashBytes))}";
}
