using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>An identity without credentials of its own, which those its trust policy names may assume.</summary>
public sealed record Role : IEntity<Role>, IHolder
{
    /// <inheritdoc/>
    public static string TableName => "role";

    /// <inheritdoc/>
    public static JsonTypeInfo<Role> Json => EntityJson.Default.Role;

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Path { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Who may assume it: a document whose users and roles of this installation are unique ids [PL-41].</summary>
    public required string TrustPolicy { get; init; }

    /// <summary>The users and roles of other accounts among those that the trust policy names, so that they can be shown by their ARNs.</summary>
    public ImmutableArray<ForeignPrincipal> ForeignTrusts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What people say of it; null when nothing was said.</summary>
    public string? Description { get; init; }

    /// <summary>The longest session it gives, in seconds: 3600 to 43200.</summary>
    public int MaxSessionSeconds { get; init; } = 3600;

    /// <inheritdoc/>
    public string? PermissionsBoundary { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<string> AttachedPolicies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public ImmutableArray<InlinePolicy> InlinePolicies { get; init => field = value.IsDefault ? [] : value; } = [];

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
    public IEnumerable<string> Mentions => Attachments.MentionsOf(this);

    /// <summary>Whether a service owns it: no account policy governs it, and accounts cannot change it [PE-16].</summary>
    [JsonIgnore]
    public bool IsServiceLinked => Path.StartsWith("/aws-service-role/", StringComparison.Ordinal);

    /// <inheritdoc/>
    public Arn ArnIn(string account) => ArnOf(account, Path, Name);

    /// <summary>The ARN of a role that need not exist.</summary>
    public static Arn ArnOf(string account, string path, string name) => Arn.Iam(account, $"role{path}{name}");
}
