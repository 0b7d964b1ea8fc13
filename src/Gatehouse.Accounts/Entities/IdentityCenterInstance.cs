using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>The instance of IAM Identity Center that an account owns; an account has at most one.</summary>
public sealed record IdentityCenterInstance : IEntity<IdentityCenterInstance>
{
    /// <summary>The kind of name under which the accounts of identity stores are found, beyond accounts.</summary>
    public const string StoreNames = "identitystore";

    private const int ProviderHashBytes = 8;

    /// <inheritdoc/>
    public static string TableName => "identitycenter";

    /// <inheritdoc/>
    public static JsonTypeInfo<IdentityCenterInstance> Json => EntityJson.Default.IdentityCenterInstance;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id: <c>ssoins-</c> and sixteen hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its identity store: <c>d-</c> and ten hexadecimal digits. Unique beyond the account.</summary>
    public required string IdentityStoreId { get; init; }

    /// <summary>The region it was made in.</summary>
    public required string Region { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What people call it; null when it has no name.</summary>
    public string? Name { get; init; }

    /// <summary>The request that made it, so that it can be sent again; null when it had no token.</summary>
    public CreationToken? Asked { get; init; }

    /// <summary>Which attributes of users become session tags; null when none was ever configured.</summary>
    public ImmutableArray<AccessControlAttribute>? AccessControlAttributes { get; init; }

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;

    /// <summary>Its ARN, which names no account.</summary>
    [JsonIgnore]
    public Arn Arn => new($"arn:aws:sso:::instance/{Id}");

    /// <summary>The ARN of its identity store in an account.</summary>
    public Arn StoreArnIn(string account) => new($"arn:aws:identitystore::{account}:identitystore/{IdentityStoreId}");

    /// <summary>The ARN of the identity provider that the roles of its permission sets trust: no entity of the account, so that nobody else can speak for it.</summary>
    public string ProviderArnIn(string account) => $"arn:aws:iam::{account}:saml-provider/{ProviderNameIn(account)}";

    /// <summary>The name of that provider.</summary>
    public string ProviderNameIn(string account) =>
        $"AWSSSO_{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{Id}/{account}")).AsSpan(0, ProviderHashBytes))}_DO_NOT_DELETE";

    /// <summary>Where roles that its permission sets become stand in accounts.</summary>
    [JsonIgnore]
    public string RolePath => PermissionSet.ReservedPath + (Region == "us-east-1" ? "" : Region + "/");
}
