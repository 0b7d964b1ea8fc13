using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>A policy with a name and versions of its own, which many users, groups and roles can share.</summary>
public sealed record ManagedPolicy : IEntity<ManagedPolicy>
{
    /// <inheritdoc/>
    public static string TableName => "policy";

    /// <inheritdoc/>
    public static JsonTypeInfo<ManagedPolicy> Json => EntityJson.Default.ManagedPolicy;

    /// <summary>Its unique id, <c>ANPA…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, in the case it was given.</summary>
    public required string Name { get; init; }

    /// <summary>Its path, <c>/</c> or <c>/…/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When a version was last made or chosen.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>What people say of it; never changes.</summary>
    public string? Description { get; init; }

    /// <summary>The number of the version in force: 2 for <c>v2</c>.</summary>
    public required int DefaultVersion { get; init; }

    /// <summary>The number the next version gets; numbers are never used again.</summary>
    public required int NextVersion { get; init; }

    /// <summary>Its versions, oldest first; five at most.</summary>
    public ImmutableArray<PolicyVersion> Versions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The version in force.</summary>
    [JsonIgnore]
    public PolicyVersion Default => Versions.First(version => version.Number == DefaultVersion);

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? UniqueId => Id;

    /// <summary>Its ARN in an account; for AWS's own policies the account is <c>aws</c>.</summary>
    public Arn ArnIn(string account) => ArnOf(account, Path, Name);

    /// <summary>The ARN of a policy that need not exist.</summary>
    public static Arn ArnOf(string account, string path, string name) => Arn.Iam(account, $"policy{path}{name}");
}
