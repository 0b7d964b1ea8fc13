using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>What carries a role to a machine.</summary>
public sealed record InstanceProfile : IEntity<InstanceProfile>
{
    /// <inheritdoc/>
    public static string TableName => "instanceprofile";

    /// <inheritdoc/>
    public static JsonTypeInfo<InstanceProfile> Json => EntityJson.Default.InstanceProfile;

    /// <summary>Its unique id, <c>AIPA…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, in the case it was given.</summary>
    public required string Name { get; init; }

    /// <summary>Its path, <c>/</c> or <c>/…/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The id of the role in it; null when it is empty.</summary>
    public string? RoleId { get; init; }

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? UniqueId => Id;

    /// <inheritdoc/>
    [JsonIgnore]
    public IEnumerable<string> Mentions => RoleId is null ? [] : [RoleId];

    /// <summary>Its ARN in an account.</summary>
    public Arn ArnIn(string account) => ArnOf(account, Path, Name);

    /// <summary>The ARN of an instance profile that need not exist.</summary>
    public static Arn ArnOf(string account, string path, string name) => Arn.Iam(account, $"instance-profile{path}{name}");
}
