using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Entities;

/// <summary>A lasting credential of a user or of the root user. Its secret is sealed; only authentication opens it.</summary>
public sealed record AccessKey : IEntity<AccessKey>
{
    /// <inheritdoc/>
    public static string TableName => "accesskey";

    /// <inheritdoc/>
    public static JsonTypeInfo<AccessKey> Json => EntityJson.Default.AccessKey;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id, <c>AKIA…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the user it belongs to; null when it is the root user's.</summary>
    public string? UserId { get; init; }

    /// <summary>Whether it authenticates.</summary>
    public required KeyStatus Status { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The sealed secret access key.</summary>
    public required SealedSecret Secret { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Owner => UserId ?? Account.RootOwner;

    /// <summary>The secret as it is to be written with the next change: one that an older data key sealed moves to the newest [AU-214].</summary>
    /// <param name="vault">What seals it.</param>
    /// <param name="account">The account.</param>
    public SealedSecret SealedAnew(SecretVault vault, string account)
    {
        if (!vault.IsStale(Secret, account) || !vault.TryOpen(Secret, SecretKind.AccessKey, account, Id, 1, out var plain))
        {
            return Secret;
        }

        using (plain)
        {
            return vault.Seal(SecretKind.AccessKey, account, Id, 1, plain.Bytes);
        }
    }
}
