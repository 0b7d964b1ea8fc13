using Gatehouse.Accounts;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Federation.Saml;

/// <summary>The addresses and names under which assertions are made for us.</summary>
internal static class SamlPlaces
{
    private const string Host = "signin.aws.amazon.com";
    private const string WebServices = "urn:amazon:webservices";

    /// <summary>Whether an assertion sent to an address is for us: our own, AWS's, regional ones included, or one that the operator names.</summary>
    internal static bool IsRecipient(string url, FederationRules rules, PublicAddress address) => rules.SamlRecipients.Contains(url) || IsOwn(url, address.SamlUrl) || (rules.AcceptAwsAcs && IsAws(url));

    /// <summary>Whether an audience is us. AWS's names stay ours where assertions must come to other addresses [AU-503, row 7].</summary>
    internal static bool IsAudience(string audience, FederationRules rules, PublicAddress address) => audience == WebServices || IsAws(audience) || IsRecipient(audience, rules, address);

    private static bool IsOwn(string url, string own) => url == own || url.StartsWith(own + "/acs/", StringComparison.Ordinal);

    private static bool IsAws(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var read) || read is not { Scheme: "https", IsDefaultPort: true, Query: "", Fragment: "", UserInfo: "" })
        {
            return false;
        }

        var isHost = read.Host == Host || (read.Host.EndsWith("." + Host, StringComparison.Ordinal) && !read.Host[..^(Host.Length + 1)].Contains('.', StringComparison.Ordinal));
        return isHost && (read.AbsolutePath is "/saml" || read.AbsolutePath.StartsWith("/saml/acs/SAMLSP", StringComparison.Ordinal));
    }
}
