using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>The account's newest credential report, or the wish for one.</summary>
public sealed record CredentialReport : IEntity<CredentialReport>
{
    /// <inheritdoc/>
    public static string TableName => "credentialreport";

    /// <inheritdoc/>
    public static JsonTypeInfo<CredentialReport> Json => EntityJson.Default.CredentialReport;

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Requested { get; init; }

    /// <summary>When it was made; null while it is under way.</summary>
    public DateTimeOffset? Generated { get; init; }

    /// <summary>The table, compressed by Brotli; null while it is under way. Its bytes never change.</summary>
    public byte[]? Content { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => "self";
}
