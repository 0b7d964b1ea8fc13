using System.Collections.Immutable;
using System.Net;

namespace Gatehouse.Server.Hosting;

/// <summary>Reads the settings about identity providers.</summary>
internal static class FederationSettings
{
    /// <summary>Exact issuers: <c>https://</c> anywhere, <c>http://</c> on this machine only.</summary>
    /// <exception cref="FormatException">One is no issuer.</exception>
    internal static ImmutableHashSet<string> Issuers(IEnumerable<string> values) => values.Select(value =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url is { Query: "", Fragment: "", UserInfo: "" }
            && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) && url.AbsoluteUri.TrimEnd('/') == value.TrimEnd('/')
            ? value.TrimEnd('/')
            : throw new FormatException($"'{value}' is not an issuer: https://host[:port]/path, or http:// on loopback.")).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>Networks.</summary>
    /// <exception cref="FormatException">One is no network.</exception>
    internal static ImmutableArray<IPNetwork> Networks(IEnumerable<string> values) => [.. values.Select(value =>
        IPNetwork.TryParse(value, out var network) ? network : throw new FormatException($"'{value}' is not a network such as 10.1.0.0/16."))];

    /// <summary>Addresses that assertions are sent to.</summary>
    /// <exception cref="FormatException">One is no address.</exception>
    internal static ImmutableArray<string> Recipients(IEnumerable<string> values) => [.. values.Select(value =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? value : throw new FormatException($"'{value}' is not a URL."))];
}
