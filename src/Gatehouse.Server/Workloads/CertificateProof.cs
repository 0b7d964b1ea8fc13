using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Accounts.Certificates;
using Gatehouse.Workloads;

namespace Gatehouse.Server.Workloads;

/// <summary>A certificate and what it is good for: the options of AWS's own helper, by their names.</summary>
internal sealed record CertificateProof
{
    private const int MostIntermediates = 10;

    /// <summary>The file of the certificate, as PEM.</summary>
    internal required string Certificate { get; init; }

    /// <summary>The file of its private key, as PEM, not encrypted.</summary>
    internal required string PrivateKey { get; init; }

    /// <summary>The file of the certificates between it and the trust anchor, as PEM; null when there are none.</summary>
    internal string? Intermediates { get; init; }

    /// <summary>The ARN of the trust anchor.</summary>
    internal required string TrustAnchorArn { get; init; }

    /// <summary>The ARN of the profile.</summary>
    internal required string ProfileArn { get; init; }

    /// <summary>Reads the certificate with its key.</summary>
    /// <exception cref="WorkloadRefusal">The files are none.</exception>
    internal X509Certificate2 Read()
    {
        var (certificate, key) = (ProofFile.Read(Certificate), ProofFile.Read(PrivateKey));
        try
        {
            return X509Certificate2.CreateFromPem(certificate, key);
        }
        catch (Exception unusable) when (unusable is CryptographicException or ArgumentException)
        {
            throw new WorkloadRefusal(
                $"'{Certificate}' and '{PrivateKey}' are not a certificate and its private key: both must be PEM, the key RSA or of an elliptic curve, and not encrypted.");
        }
    }

    /// <summary>Reads the certificates between it and the trust anchor.</summary>
    /// <exception cref="WorkloadRefusal">The file holds none.</exception>
    internal IReadOnlyList<X509Certificate2> ReadChain() => Intermediates is null
        ? []
        : PemCertificates.TryRead(ProofFile.Read(Intermediates), MostIntermediates) ?? throw new WorkloadRefusal($"'{Intermediates}' does not hold one to {MostIntermediates} certificates as PEM.");
}
