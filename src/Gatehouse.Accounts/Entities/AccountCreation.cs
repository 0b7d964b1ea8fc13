using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>A request to make an account, and how far it has come: two commits and a worker between them.</summary>
public sealed record AccountCreation : IEntity<AccountCreation>
{
    /// <inheritdoc/>
    public static string TableName => "creation";

    /// <inheritdoc/>
    public static JsonTypeInfo<AccountCreation> Json => EntityJson.Default.AccountCreation;

    /// <summary>Its id, <c>car-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The number the account gets, drawn when it was asked for, so that a worker that starts again makes the same one.</summary>
    public required string AccountId { get; init; }

    /// <summary>The name asked for.</summary>
    public required string Name { get; init; }

    /// <summary>The e-mail address asked for.</summary>
    public required string Email { get; init; }

    /// <summary>The role the management account may assume in it.</summary>
    public required string RoleName { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Requested { get; init; }

    /// <summary>When it ended, well or not; null while it is under way.</summary>
    public DateTimeOffset? Completed { get; init; }

    /// <summary>Why it failed, such as <c>EMAIL_ALREADY_EXISTS</c>; null when it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>The tags that the account gets.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;
}
