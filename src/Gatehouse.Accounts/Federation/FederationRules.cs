using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Accounts.Federation;

/// <summary>What the operator allows and asks of identity providers beyond what AWS would [AU-402, AU-403, AU-408, AU-409, AU-421, AU-426, AU-429, AU-503, AU-504, AU-507].</summary>
public sealed record FederationRules
{
    /// <summary>Nothing.</summary>
    public static FederationRules None { get; } = new();

    /// <summary>Exact issuers that may have a port, lie in a private network, or be <c>http://</c> on loopback.</summary>
    public ImmutableHashSet<string> DevIssuers { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Networks that are not public and may be asked for keys all the same.</summary>
    public ImmutableArray<IPNetwork> AllowedNetworks { get; init; } = [];

    /// <summary>Where assertions may be sent to, besides AWS's own sign-in address.</summary>
    public ImmutableArray<string> SamlRecipients { get; init; } = [];

    /// <summary>Whether assertions may be sent to AWS's own sign-in addresses, as every provider that is set up for AWS sends them [AU-503].</summary>
    public bool AcceptAwsAcs { get; init; } = true;

    /// <summary>Whether RSA keys of less than 2048 bits may sign assertions: 1024 at least, as in AWS [AU-504].</summary>
    public bool AllowWeakRsa { get; init; }

    /// <summary>Whether an assertion gets a session once, from STS or at the console [AU-507].</summary>
    public bool SingleUseAssertions { get; init; }

    /// <summary>How old a token may be, and how long it may live [AU-417].</summary>
    public TimeSpan MaxTokenAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Roots that vouch for the servers of issuers, besides the system's own [AU-402].</summary>
    public ImmutableArray<X509Certificate2> ExtraRoots { get; init; } = [];

    /// <summary>The key sets of issuers, as JSON: their keys come from these alone, and nobody is asked [AU-408].</summary>
    public ImmutableDictionary<string, string> PinnedKeys { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The names of issuers that trust policies may name without a provider in the account, such as <c>accounts.google.com</c> [AU-403].</summary>
    public ImmutableHashSet<string> BuiltInIssuers { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Issuers that serve many tenants, besides those that AWS knows: what trust policies that name them must test [AU-426].</summary>
    public ImmutableArray<SharedProvider> SharedIssuers { get; init; } = [];

    /// <summary>Exact issuers whose tokens are good once [AU-429].</summary>
    public ImmutableHashSet<string> SingleUseIssuers { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Exact issuers of whose tokens trust policies may test every claim [AU-421].</summary>
    public ImmutableHashSet<string> OpenClaimIssuers { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whether the operator named this issuer.</summary>
    public bool Names(string url) => DevIssuers.Contains(url.TrimEnd('/'));

    /// <summary>The pinned key set of an issuer; null when it has none.</summary>
    public string? KeysOf(string url) => PinnedKeys.GetValueOrDefault(url.TrimEnd('/'));

    /// <summary>Whether tokens of this issuer are good once.</summary>
    public bool IsSingleUse(string url) => SingleUseIssuers.Contains(url.TrimEnd('/'));

    /// <summary>Whether every claim of this issuer may be tested.</summary>
    public bool HasOpenClaims(string url) => OpenClaimIssuers.Contains(url.TrimEnd('/'));
}
