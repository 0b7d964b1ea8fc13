using System.Collections.Immutable;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.Federation.OpenId;

/// <summary>Decides whether an issuer's certificate is good: a trusted root vouches for it, of the system's or the operator's, or else a thumbprint does [AU-402].</summary>
/// <remarks>Made for one fetch.</remarks>
internal sealed class IssuerCertificates(IReadOnlyList<string> thumbprints, ImmutableArray<X509Certificate2> extraRoots)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>Whether a certificate was refused.</summary>
    internal bool Refused { get; private set; }

    /// <summary>Decides.</summary>
    internal bool Accept(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        // A root of the operator's, or a thumbprint, stands in for a root of the system's, never for the host's name.
        var accepted = errors == SslPolicyErrors.RemoteCertificateChainErrors && chain is not null && certificate is X509Certificate2 leaf && (HasRoot(leaf, chain) || Vouches(leaf, chain));
        Refused |= !accepted;
        return accepted;
    }

    private bool HasRoot(X509Certificate2 leaf, X509Chain sent)
    {
        if (extraRoots.IsEmpty)
        {
            return false;
        }

        using var chain = Anew(sent);
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(extraRoots.ToArray());
        return chain.Build(leaf);
    }

    private bool Vouches(X509Certificate2 leaf, X509Chain sent)
    {
        using var chain = Anew(sent);
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        return chain.Build(leaf) && chain.ChainElements.Any(element => thumbprints.Contains(element.Certificate.GetCertHashString(HashAlgorithmName.SHA1), StringComparer.OrdinalIgnoreCase));
    }

    // Built anew, so that what is trusted really signed what follows, it is for servers, and nothing has ended.
    private static X509Chain Anew(X509Chain sent)
    {
        var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        foreach (var element in sent.ChainElements)
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain;
    }
}
