using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>A person or program of an account, with credentials of its own.</summary>
public sealed record User : IEntity<User>, IHolder
{
    /// <inheritdoc/>
    public static string TableName => "user";

    /// <inheritdoc/>
    public static JsonTypeInfo<User> Json => EntityJson.Default.User;

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Path { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <inheritdoc/>
    public string? PermissionsBoundary { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<string> AttachedPolicies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public ImmutableArray<InlinePolicy> InlinePolicies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The ids of the groups it belongs to, in the order it joined.</summary>
    public ImmutableArray<string> Groups { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? UniqueId => Id;

    /// <inheritdoc/>
    [JsonIgnore]
    public IEnumerable<string> Mentions => Attachments.MentionsOf(this).Concat(Groups);

    /// <inheritdoc/>
    public Arn ArnIn(string account) => ArnOf(account, Path, Name);

    /// <summary>The ARN of a user that need not exist.</summary>
    public static Arn ArnOf(string account, string path, string name) => Arn.Iam(account, $"user{path}{name}");
}
