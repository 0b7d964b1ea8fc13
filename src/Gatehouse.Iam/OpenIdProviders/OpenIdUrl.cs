using Gatehouse.Accounts.Federation;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>The rules for an issuer's URL [AU-400].</summary>
internal static class OpenIdUrl
{
    private const string Refusal = "Invalid Open ID Connect Provider URL";

    /// <summary>A URL as it is kept: its host in lower case.</summary>
    /// <exception cref="InvalidInputException">It is not https with a public host name and a path, and the operator does not name it.</exception>
    internal static string Require(string given, FederationRules rules)
    {
        var split = given.IndexOf("://", StringComparison.Ordinal);
        if (split < 0 || given.Any(letter => letter is <= ' ' or > '~' or '?' or '#' or '@' or '\\' or '*' or '"' or '<' or '>')
            || !Uri.TryCreate(given, UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            throw new InvalidInputException(Refusal);
        }

        // What is kept is what was written: a reader that rewrites "..", "%2e" or a default port must find nothing to rewrite.
        var path = given.IndexOf('/', split + 3);
        var kept = $"{given[..split].ToLowerInvariant()}://{(path < 0 ? given[(split + 3)..] : given[(split + 3)..path]).ToLowerInvariant()}{(path < 0 ? "" : given[path..])}";
        if (url.AbsoluteUri.TrimEnd('/') != kept.TrimEnd('/'))
        {
            throw new InvalidInputException(Refusal);
        }

        if (rules.Names(kept))
        {
            return kept;
        }

        return url is { Scheme: "https", IsDefaultPort: true, HostNameType: UriHostNameType.Dns } && !kept[8..].Contains(':', StringComparison.Ordinal)
            ? kept
            : throw new InvalidInputException(Refusal);
    }
}
