using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>A public key with which a user proves itself to CodeCommit over SSH.</summary>
public sealed record SshPublicKey : IEntity<SshPublicKey>
{
    /// <inheritdoc/>
    public static string TableName => "sshpublickey";

    /// <inheritdoc/>
    public static JsonTypeInfo<SshPublicKey> Json => EntityJson.Default.SshPublicKey;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id, <c>APKA…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the user it belongs to.</summary>
    public required string UserId { get; init; }

    /// <summary>The key as it was uploaded.</summary>
    public required string Body { get; init; }

    /// <summary>The MD5 of the key in its SSH form: 16 pairs of hexadecimal digits with colons between.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Whether it may be used.</summary>
    public required KeyStatus Status { get; init; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset Uploaded { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Owner => UserId;
}
