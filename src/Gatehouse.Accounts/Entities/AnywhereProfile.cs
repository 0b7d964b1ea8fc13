using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>The roles that holders of certificates may ask for, and what their sessions are bound by [AU-862].</summary>
public sealed record AnywhereProfile : IEntity<AnywhereProfile>
{
    /// <summary>How long sessions last when nobody says, in seconds.</summary>
    public const int DefaultSeconds = 3600;

    /// <inheritdoc/>
    public static string TableName => "anywhereprofile";

    /// <inheritdoc/>
    public static JsonTypeInfo<AnywhereProfile> Json => EntityJson.Default.AnywhereProfile;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id: a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The region it was made in, and is seen in.</summary>
    public required string Region { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The ARNs of the roles.</summary>
    public ImmutableArray<string> RoleArns { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The inline session policy of every session; null when there is none.</summary>
    public string? SessionPolicy { get; init; }

    /// <summary>The managed session policies of every session.</summary>
    public ImmutableArray<string> PolicyArns { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The longest that sessions last, and how long they do when the client does not say, in seconds.</summary>
    public int Seconds { get; init; } = DefaultSeconds;

    /// <summary>Whether sessions begin by it.</summary>
    public bool Enabled { get; init; }

    /// <summary>Whether a client must tell properties of where it runs.</summary>
    public bool RequiresInstanceProperties { get; init; }

    /// <summary>Whether a client may choose the name of its session.</summary>
    public bool AcceptsSessionName { get; init; }

    /// <summary>What of a certificate becomes tags of the session, a mapping a field.</summary>
    public ImmutableArray<AttributeMapping> Mappings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The ARN of who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;

    /// <summary>Its ARN in an account.</summary>
    public Arn ArnIn(string account) => ArnOf(Region, account, Id);

    /// <summary>The ARN of one that need not exist.</summary>
    public static Arn ArnOf(string region, string account, string id) => new($"arn:aws:rolesanywhere:{region}:{account}:profile/{id}");
}
