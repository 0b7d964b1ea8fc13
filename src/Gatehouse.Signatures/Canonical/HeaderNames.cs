using System.Collections.Frozen;

namespace Gatehouse.Signatures;

/// <summary>Header names as strings, so that a name read out of a list finds its header without a new string.</summary>
internal static class HeaderNames
{
    internal const string Authorization = "authorization";
    internal const string Authority = ":authority";
    internal const string AmzDate = "x-amz-date";
    internal const string ContentSha256 = "x-amz-content-sha256";
    internal const string Date = "date";
    internal const string DecodedLength = "x-amz-decoded-content-length";
    internal const string Host = "host";
    internal const string RegionSet = "x-amz-region-set";
    internal const string SecurityToken = "x-amz-security-token";
    internal const string Target = "x-amz-target";
    internal const string Trailer = "x-amz-trailer";
    internal const string X509 = "x-amz-x509";
    internal const string X509Chain = "x-amz-x509-chain";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "accept", "accept-encoding", "amz-sdk-invocation-id", "amz-sdk-request", AmzDate, "cache-control", ContentSha256, "content-encoding",
        "content-length", "content-md5", "content-type", Date, DecodedLength, Host, "range", RegionSet, "transfer-encoding",
        SecurityToken, Target, Trailer, X509, X509Chain, "user-agent", "x-amz-api-version", "x-amz-user-agent", "x-amzn-trace-id", "x-k8s-aws-id")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The header a signed name stands for. In HTTP/2 the host is called <c>:authority</c> (AU-110, AU-126).</summary>
    internal static string Find(ReadOnlySpan<char> name)
    {
        if (Known.TryGetValue(name, out var known))
        {
            return known;
        }

        return name is Authority ? Host : name.ToString();
    }
}
