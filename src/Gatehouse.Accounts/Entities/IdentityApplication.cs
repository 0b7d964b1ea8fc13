using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>A program that people of an identity store sign in to, or that acts for them.</summary>
public sealed record IdentityApplication : IEntity<IdentityApplication>
{
    /// <inheritdoc/>
    public static string TableName => "identityapplication";

    /// <inheritdoc/>
    public static JsonTypeInfo<IdentityApplication> Json => EntityJson.Default.IdentityApplication;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id: <c>apl-</c> and sixteen hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The ARN of the kind of application it is.</summary>
    public required string ProviderArn { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The region it was made in.</summary>
    public required string Region { get; init; }

    /// <summary>What people say of it; null when nothing was said.</summary>
    public string? Description { get; init; }

    /// <summary>Whether nobody gets tokens for it.</summary>
    public bool Disabled { get; init; }

    /// <summary>Whether the portal does not show it.</summary>
    public bool Hidden { get; init; }

    /// <summary>Where the portal sends people to, when they sign in at the application itself; null when they do at the portal.</summary>
    public string? SignInUrl { get; init; }

    /// <summary>Whether everyone of the identity store may use it, and not those alone who are assigned.</summary>
    public bool OpenToAll { get; init; }

    /// <summary>Whether its sessions end with those of their users.</summary>
    public bool BackgroundSessionsDisabled { get; init; }

    /// <summary>The policy that says who may ask for tokens in its name; null when it is not authenticated by IAM.</summary>
    public string? ActorPolicy { get; init; }

    /// <summary>The ways in which it gets tokens, one of a type, in the order they were given.</summary>
    public ImmutableArray<ApplicationGrant> Grants { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What its tokens may be used for, in the order of the scopes' names.</summary>
    public ImmutableArray<ApplicationScope> Scopes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>With which token it was asked for, so that asking again makes no second one; null when there was none.</summary>
    public CreationToken? Asked { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;

    /// <summary>The grant of a type; null when it has none.</summary>
    public ApplicationGrant? GrantOf(string type) => Grants.FirstOrDefault(grant => grant.Type == type);

    /// <summary>Its ARN in an instance.</summary>
    public Arn ArnIn(string account, string instance) => ArnOf(account, instance, Id);

    /// <summary>The ARN of one that need not exist.</summary>
    public static Arn ArnOf(string account, string instance, string id) => new($"arn:aws:sso::{account}:application/{instance}/{id}");
}
