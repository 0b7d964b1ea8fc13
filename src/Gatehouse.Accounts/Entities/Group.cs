using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>A set of users that share policies. Who belongs to it stands with the users.</summary>
public sealed record Group : IEntity<Group>, IHolder
{
    /// <inheritdoc/>
    public static string TableName => "group";

    /// <inheritdoc/>
    public static JsonTypeInfo<Group> Json => EntityJson.Default.Group;

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Path { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<string> AttachedPolicies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public ImmutableArray<InlinePolicy> InlinePolicies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string? PermissionsBoundary => null;

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? UniqueId => Id;

    /// <inheritdoc/>
    [JsonIgnore]
    public IEnumerable<string> Mentions => Attachments.MentionsOf(this);

    /// <inheritdoc/>
    public Arn ArnIn(string account) => ArnOf(account, Path, Name);

    /// <summary>The ARN of a group that need not exist.</summary>
    public static Arn ArnOf(string account, string path, string name) => Arn.Iam(account, $"group{path}{name}");
}
