using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Entities;

/// <summary>A certificate with its private key, for servers that speak TLS. The key is sealed, and no operation shows it.</summary>
public sealed record ServerCertificate : IEntity<ServerCertificate>
{
    /// <inheritdoc/>
    public static string TableName => "servercertificate";

    /// <inheritdoc/>
    public static JsonTypeInfo<ServerCertificate> Json => EntityJson.Default.ServerCertificate;

    /// <summary>Its id, <c>ASCA…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, in the case it was given.</summary>
    public required string Name { get; init; }

    /// <summary>Its path, <c>/</c> or <c>/…/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The certificate as PEM.</summary>
    public required string Body { get; init; }

    /// <summary>The certificates that lead from it to a root, as PEM, the signing one first; null when none were given.</summary>
    public string? Chain { get; init; }

    /// <summary>The sealed private key, as the PEM that was given.</summary>
    public required SealedSecret PrivateKey { get; init; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset Uploaded { get; init; }

    /// <summary>When it expires.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? UniqueId => Id;

    /// <summary>Its ARN in an account.</summary>
    public Arn ArnIn(string account) => ArnOf(account, Path, Name);

    /// <summary>The ARN of a server certificate that need not exist.</summary>
    public static Arn ArnOf(string account, string path, string name) => Arn.Iam(account, $"server-certificate{path}{name}");
}
