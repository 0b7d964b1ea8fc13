using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>Accounts under one management account, whose stream holds this row.</summary>
public sealed record Organization : IEntity<Organization>
{
    /// <inheritdoc/>
    public static string TableName => "organization";

    /// <inheritdoc/>
    public static JsonTypeInfo<Organization> Json => EntityJson.Default.Organization;

    /// <summary>Its id, <c>o-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the root of its tree, <c>r-…</c>.</summary>
    public required string RootId { get; init; }

    /// <summary><c>ALL</c> or <c>CONSOLIDATED_BILLING</c>; only the first has policies.</summary>
    public required string FeatureSet { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The kinds of policy that are switched on for its root, such as <c>SERVICE_CONTROL_POLICY</c>.</summary>
    public ImmutableArray<string> PolicyTypes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The tags of its root, in the order they were set.</summary>
    public ImmutableArray<Tag> RootTags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The services that may act in all of its accounts, in the order they were let in.</summary>
    public ImmutableArray<ServiceTrust> TrustedServices { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is switched on of managing the root users of members centrally: <c>RootCredentialsManagement</c>, <c>RootSessions</c>.</summary>
    public ImmutableArray<string> RootFeatures { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => "self";

    /// <summary>Whether a service may act in its accounts.</summary>
    public bool Trusts(string service) => TrustedServices.Any(trust => trust.Service == service);
}
