using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.Federation.OpenId;

/// <summary>The certificates that a server sent, of which AWS takes the last for a provider's thumbprint: that of the top certificate authority in the chain.</summary>
/// <remarks>Made for one connection.</remarks>
internal sealed class SentCertificates
{
    /// <summary>The SHA-1 thumbprint of the last one, in lower case; null before the server has sent any.</summary>
    internal string? Thumbprint { get; private set; }

    /// <summary>Notes what was sent.</summary>
    /// <returns>True: the connection is for looking only, and nothing is sent over it.</returns>
    internal bool Note(X509Certificate? certificate, X509Chain? chain)
    {
        var last = chain?.ChainPolicy.ExtraStore is { Count: > 0 } sent ? sent[^1] : certificate;
        Thumbprint = last?.GetCertHashString(HashAlgorithmName.SHA1).ToLowerInvariant();
        return last is not null;
    }
}
