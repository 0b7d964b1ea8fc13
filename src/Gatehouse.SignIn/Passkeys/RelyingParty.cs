using System.Net;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>For whom passkeys are made: this installation, under the address that its users know [AU-620].</summary>
public sealed record RelyingParty
{
    private RelyingParty(string id, string origin) => (Id, Origin) = (id, origin);

    /// <summary>The host's name, to which authenticators bind a passkey for good: under another name it is of no use.</summary>
    public string Id { get; }

    /// <summary>Where our pages come from: scheme, host, and a port that is not the scheme's own.</summary>
    public string Origin { get; }

    /// <summary>How authenticators write the name down.</summary>
    internal byte[] IdHash => SHA256.HashData(Encoding.ASCII.GetBytes(Id));

    /// <summary>The relying party of an address.</summary>
    /// <returns>Null where browsers have no passkeys: at a bare IP address, and over plain http anywhere but on the same machine.</returns>
    public static RelyingParty? Of(PublicAddress address)
    {
        if (!Uri.TryCreate(address.Url, UriKind.Absolute, out var url) || IPAddress.TryParse(url.DnsSafeHost, out _))
        {
            return null;
        }

        var host = url.IdnHost.ToLowerInvariant();
        var secure = url.Scheme == Uri.UriSchemeHttps
            || (url.Scheme == Uri.UriSchemeHttp && (host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal)));
        return secure ? new(host, url.IsDefaultPort ? $"{url.Scheme}://{host}" : $"{url.Scheme}://{host}:{url.Port}") : null;
    }
}
