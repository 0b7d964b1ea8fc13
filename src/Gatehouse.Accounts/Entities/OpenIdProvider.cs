using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>An OpenID Connect issuer whose tokens the account takes as proof of identity [AU-400].</summary>
public sealed record OpenIdProvider : IEntity<OpenIdProvider>
{
    private const string Kind = "oidc-provider/";

    /// <inheritdoc/>
    public static string TableName => "openidprovider";

    /// <inheritdoc/>
    public static JsonTypeInfo<OpenIdProvider> Json => EntityJson.Default.OpenIdProvider;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>The issuer's URL as it was given, scheme included, the host in lower case.</summary>
    public required string Url { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The audiences whose tokens are taken, in the order they were added.</summary>
    public ImmutableArray<string> ClientIds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>SHA-1 of certificates, 40 hexadecimal digits each; asked only where no trusted root vouches for the issuer [AU-402].</summary>
    public ImmutableArray<string> Thumbprints { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The keys that its tokens are checked with, and no others; null when the issuer is asked for its keys [AU-408].</summary>
    public PinnedKeySet? PinnedKeys { get; init; }

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The URL without its scheme: what ARNs and condition keys carry.</summary>
    [JsonIgnore]
    public string Name => NameOf(Url);

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Name.TrimEnd('/');

    /// <summary>Its ARN in an account.</summary>
    public Arn ArnIn(string account) => Arn.Iam(account, Kind + Name);

    /// <summary>Whether a text is an ARN of such a provider, in whatever account.</summary>
    public static bool IsArn(string text) => new Arn(text) is { IsWellFormed: true, Service: "iam" } arn && arn.IsKind(Kind) && arn.Resource.Length > Kind.Length;

    /// <summary>The provider of an ARN; null when the account has none, or the text is no such ARN.</summary>
    public static OpenIdProvider? FindIn(Account account, string arn)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(arn);
        return IsArn(arn) && account.OpenIdProviders.Find(KeyOf(new Arn(arn).Resource[Kind.Length..])) is { } provider
            && provider.ArnIn(account.Id).Text.TrimEnd('/') == arn.TrimEnd('/')
            ? provider
            : null;
    }

    /// <summary>The key of the provider that a URL, with or without a scheme, names.</summary>
    public static string KeyOf(string url)
    {
        var name = NameOf(url).TrimEnd('/');
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? name.ToLowerInvariant() : name[..slash].ToLowerInvariant() + name[slash..];
    }

    private static string NameOf(string url) => url[(url.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..];
}
