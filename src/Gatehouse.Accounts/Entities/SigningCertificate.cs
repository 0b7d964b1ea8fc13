using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>An X.509 certificate of a user or of the root user, with which they sign requests to services of old.</summary>
public sealed record SigningCertificate : IEntity<SigningCertificate>
{
    /// <inheritdoc/>
    public static string TableName => "signingcertificate";

    /// <inheritdoc/>
    public static JsonTypeInfo<SigningCertificate> Json => EntityJson.Default.SigningCertificate;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id: 24 capitals and digits.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the user it belongs to; null when it is the root user's.</summary>
    public string? UserId { get; init; }

    /// <summary>The certificate as PEM.</summary>
    public required string Body { get; init; }

    /// <summary>The SHA-256 of the certificate in hexadecimal digits: an account holds a certificate once.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>Whether it may be used.</summary>
    public required KeyStatus Status { get; init; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset Uploaded { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? UniqueId => Thumbprint;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Owner => UserId ?? Account.RootOwner;
}
