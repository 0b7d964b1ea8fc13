using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Entities;

/// <summary>A user name and password, or an API key, that a user has for one service.</summary>
public sealed record ServiceCredential : IEntity<ServiceCredential>
{
    /// <inheritdoc/>
    public static string TableName => "servicecredential";

    /// <inheritdoc/>
    public static JsonTypeInfo<ServiceCredential> Json => EntityJson.Default.ServiceCredential;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id, <c>ACCA…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the user it belongs to.</summary>
    public required string UserId { get; init; }

    /// <summary>The service, such as <c>codecommit.amazonaws.com</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The name that goes with the secret, such as <c>alice-at-111122223333</c>. It does not follow when the user is renamed.</summary>
    public required string Alias { get; init; }

    /// <summary>Whether it may be used; that it has expired is not written, but told from <see cref="Expires"/>.</summary>
    public required KeyStatus Status { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it ceases to work; null when never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>How often the secret was made anew, plus one: it is sealed for this number.</summary>
    public required int SecretVersion { get; init; }

    /// <summary>The sealed secret.</summary>
    public required SealedSecret Secret { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Owner => UserId;

    /// <summary>Its status at a moment.</summary>
    public KeyStatus StatusAt(DateTimeOffset now) => Expires <= now ? KeyStatus.Expired : Status;
}
