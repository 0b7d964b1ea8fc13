using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.Federation.OpenId;

/// <summary>Decides whether an issuer's certificate is good: a trusted root vouches for it, or else a thumbprint does [AU-402].</summary>
/// <remarks>Made for one fetch.</remarks>
internal sealed class IssuerCertificates(IReadOnlyList<string> thumbprints)
{
    /// <summary>Whether a certificate was refused.</summary>
    internal bool Refused { get; private set; }

    /// <summary>Decides.</summary>
    internal bool Accept(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        // A thumbprint stands in for a root, never for the host's name.
        var accepted = errors == SslPolicyErrors.RemoteCertificateChainErrors && chain is not null && certificate is X509Certificate2 leaf && Vouches(leaf, chain);
        Refused |= !accepted;
        return accepted;
    }

    private bool Vouches(X509Certificate2 leaf, X509Chain sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        foreach (var element in sent.ChainElements)
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        // Built anew, so that what carries the thumbprint really signed what follows, and nothing has ended.
        return chain.Build(leaf) && chain.ChainElements.Any(element => thumbprints.Contains(element.Certificate.GetCertHashString(HashAlgorithmName.SHA1), StringComparer.OrdinalIgnoreCase));
    }
}
