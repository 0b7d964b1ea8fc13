using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Federation;

/// <summary>Whom an identity provider has vouched for, and what it said of them.</summary>
public sealed record ProvenIdentity
{
    /// <summary>The provider as trust policies name it: its ARN, or the name of a built-in one. <c>aws:FederatedProvider</c>.</summary>
    public required string ProviderArn { get; init; }

    /// <summary>The issuer, as the proof writes it.</summary>
    public required string Issuer { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>For whom the proof was made: a client id, or the address an assertion was sent to.</summary>
    public required string Audience { get; init; }

    /// <summary>The form of a SAML subject, such as <c>persistent</c>; null for tokens.</summary>
    public string? SubjectType { get; init; }

    /// <summary>The qualifier of a SAML subject; null for tokens.</summary>
    public string? NameQualifier { get; init; }

    /// <summary>The session's name; null for tokens, whose bearer chooses it.</summary>
    public string? SessionName { get; init; }

    /// <summary>The condition keys that the role's trust policy may test.</summary>
    public ImmutableArray<FederationKey> Keys { get; init; } = [];

    /// <summary>Those among them that stay in the session.</summary>
    public ImmutableArray<FederationKey> KeptKeys { get; init; } = [];

    /// <summary>The session tags.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <summary>The keys of tags that sessions made from the session inherit.</summary>
    public ImmutableArray<string> TransitiveTagKeys { get; init; } = [];

    /// <summary>The source identity; null when none was said.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>When the provider's own session ends; null when it does not say.</summary>
    public DateTimeOffset? SessionEnds { get; init; }

    /// <summary>What to use it up by; null when it may be used again [AU-429].</summary>
    public SingleUse? SingleUse { get; init; }

    /// <summary>The provider as answers and the trail name it: by its ARN, but for Google, which AWS calls by its host.</summary>
    public string ProviderName => Issuer is "accounts.google.com" or "https://accounts.google.com" ? "accounts.google.com" : ProviderArn;

    /// <summary>The qualifier of the subjects that a SAML provider of an account vouches for.</summary>
    /// <param name="issuer">The issuer, as its assertions write it.</param>
    /// <param name="account">The account.</param>
    /// <param name="provider">The provider's name.</param>
    public static string QualifierOf(string issuer, string account, string provider)
    {
        // AWS: an identifier that tells subjects of providers apart, not a protection.
#pragma warning disable CA5350
        return Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes($"{issuer}{account}/{provider}")));
#pragma warning restore CA5350
    }

    /// <summary>Says who, and nothing more.</summary>
    public override string ToString() => ProviderArn;
}
