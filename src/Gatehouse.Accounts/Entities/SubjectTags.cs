using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>The tags of a subject of IAM Roles Anywhere. The subject itself is what the account's <see cref="Activity"/> saw of it.</summary>
public sealed record SubjectTags : IEntity<SubjectTags>
{
    /// <inheritdoc/>
    public static string TableName => "subjecttags";

    /// <inheritdoc/>
    public static JsonTypeInfo<SubjectTags> Json => EntityJson.Default.SubjectTags;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>The id of the subject: a UUID.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => SubjectId;
}
