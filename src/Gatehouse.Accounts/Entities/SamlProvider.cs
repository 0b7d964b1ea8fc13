using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>A SAML 2.0 identity provider whose assertions the account takes as proof of identity [AU-500].</summary>
public sealed record SamlProvider : IEntity<SamlProvider>
{
    /// <inheritdoc/>
    public static string TableName => "samlprovider";

    /// <inheritdoc/>
    public static JsonTypeInfo<SamlProvider> Json => EntityJson.Default.SamlProvider;

    /// <summary>Its unique id, <c>SAMLSP…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, in the case it was given.</summary>
    public required string Name { get; init; }

    /// <summary>The metadata document, as it was given.</summary>
    public required string Metadata { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the metadata ends; a hundred years after it came in when it does not say [AU-500].</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>Whether assertions in clear are refused.</summary>
    public bool RequiresEncryption { get; init; }

    /// <summary>The keys that open encrypted assertions, the oldest first; two at most.</summary>
    public ImmutableArray<SamlPrivateKey> PrivateKeys { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? UniqueId => Id;

    /// <summary>Its ARN in an account.</summary>
    public Arn ArnIn(string account) => ArnOf(account, Name);

    /// <summary>The ARN of a provider that need not exist.</summary>
    public static Arn ArnOf(string account, string name) => Arn.Iam(account, $"saml-provider/{name}");
}
