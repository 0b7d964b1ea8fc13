namespace Gatehouse.Accounts.Federation;

/// <summary>The rules for the URLs of OpenID Connect issuers that an account comes to trust [AU-400].</summary>
public static class IssuerUrls
{
    /// <summary>A URL as it is kept: its host in lower case; null unless it is https with a public host name and a path, or the operator names it.</summary>
    public static string? Keep(string given, FederationRules rules)
    {
        var split = given.IndexOf("://", StringComparison.Ordinal);
        if (split < 0 || given.Any(letter => letter is <= ' ' or > '~' or '?' or '#' or '@' or '\\' or '*' or '"' or '<' or '>')
            || !Uri.TryCreate(given, UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            return null;
        }

        // What is kept is what was written: a reader that rewrites "..", "%2e" or a default port must find nothing to rewrite.
        var path = given.IndexOf('/', split + 3);
        var kept = $"{given[..split].ToLowerInvariant()}://{(path < 0 ? given[(split + 3)..] : given[(split + 3)..path]).ToLowerInvariant()}{(path < 0 ? "" : given[path..])}";
        if (url.AbsoluteUri.TrimEnd('/') != kept.TrimEnd('/'))
        {
            return null;
        }

        return rules.Names(kept) || (url is { Scheme: "https", IsDefaultPort: true, HostNameType: UriHostNameType.Dns } && !kept[8..].Contains(':', StringComparison.Ordinal)) ? kept : null;
    }
}
