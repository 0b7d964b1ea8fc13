using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>A service or resource control policy of an organization.</summary>
public sealed record OrganizationPolicy : IEntity<OrganizationPolicy>
{
    /// <inheritdoc/>
    public static string TableName => "control";

    /// <inheritdoc/>
    public static JsonTypeInfo<OrganizationPolicy> Json => EntityJson.Default.OrganizationPolicy;

    /// <summary>Its id, <c>p-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, unique in the organization.</summary>
    public required string Name { get; init; }

    /// <summary>What people say of it.</summary>
    public string? Description { get; init; }

    /// <summary><c>SERVICE_CONTROL_POLICY</c> or <c>RESOURCE_CONTROL_POLICY</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The text, character for character as it was sent.</summary>
    public required string Document { get; init; }

    /// <summary>Whether AWS made it: <c>p-FullAWSAccess</c> and its kin.</summary>
    public bool AwsManaged { get; init; }

    /// <summary>The root, units and accounts it is attached to.</summary>
    public ImmutableArray<string> Targets { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;

    /// <summary>Its ARN in the organization of a management account.</summary>
    public Arn ArnIn(Account management) => AwsManaged
        ? ArnOf("aws", null, Type, Id)
        : ArnOf(management.Id, management.Organization!.Id, Type, Id);

    /// <summary>The ARN of a policy that need not exist.</summary>
    /// <param name="account">The management account, or <c>aws</c>.</param>
    /// <param name="organization">The organization; null for AWS's own policies.</param>
    /// <param name="type">The type, such as <c>SERVICE_CONTROL_POLICY</c>.</param>
    /// <param name="id">The policy's id.</param>
    public static Arn ArnOf(string account, string? organization, string type, string id) =>
        new($"arn:aws:organizations::{account}:policy/{(organization is null ? "" : organization + "/")}{type.ToLowerInvariant()}/{id}");
}
