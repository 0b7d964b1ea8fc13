using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>An account as its organization sees it; the management account is one of them.</summary>
public sealed record MemberAccount : IEntity<MemberAccount>
{
    /// <inheritdoc/>
    public static string TableName => "member";

    /// <inheritdoc/>
    public static JsonTypeInfo<MemberAccount> Json => EntityJson.Default.MemberAccount;

    /// <summary>The account's twelve digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The e-mail address of its root user.</summary>
    public required string Email { get; init; }

    /// <summary>The root or organizational unit it stands under.</summary>
    public required string ParentId { get; init; }

    /// <summary><c>INVITED</c> or <c>CREATED</c>.</summary>
    public required string JoinedMethod { get; init; }

    /// <summary>When it joined.</summary>
    public required DateTimeOffset Joined { get; init; }

    /// <summary>Whether it is suspended.</summary>
    public bool Suspended { get; init; }

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The services that it administers for the whole organization, in the order it was registered.</summary>
    public ImmutableArray<ServiceTrust> Administers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;
}
