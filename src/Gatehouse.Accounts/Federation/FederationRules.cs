using System.Collections.Immutable;
using System.Net;

namespace Gatehouse.Accounts.Federation;

/// <summary>What the operator allows of identity providers beyond what AWS would [AU-408, AU-409].</summary>
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

    /// <summary>How old a token may be, and how long it may live [AU-417].</summary>
    public TimeSpan MaxTokenAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Whether the operator named this issuer.</summary>
    public bool Names(string url) => DevIssuers.Contains(url.TrimEnd('/'));
}
