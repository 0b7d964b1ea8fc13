using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Certificates;
using Gatehouse.Accounts.Entities;
using Gatehouse.RolesAnywhere.Certificates;
using Gatehouse.RolesAnywhere.Crls;

namespace Gatehouse.RolesAnywhere.Sessions;

/// <summary>Whether a certificate is one of a trust anchor's, now [AU-861].</summary>
internal static class CertificatePath
{
    private const string Untrusted = "Untrusted signing certificate";

    /// <summary>Checks a client's certificate, and those between it and the trust anchor.</summary>
    /// <param name="client">The client's certificate.</param>
    /// <param name="presented">What came with it.</param>
    /// <param name="anchor">The trust anchor. No other certificate is trusted: not those of the system.</param>
    /// <param name="account">The account, whose lists say which certificates are no longer taken.</param>
    /// <param name="now">The moment.</param>
    /// <exception cref="Contracts.RolesAnywhereSessions.AccessDeniedException">It is not to be trusted.</exception>
    internal static void Require(X509Certificate2 client, PresentedCertificate presented, TrustAnchor anchor, Account account, DateTimeOffset now)
    {
        if (CertificateRules.FaultOfClient(client) is { } fault)
        {
            throw SessionRefusals.Denied($"Untrusted certificate. Insufficient certificate: {fault}");
        }

        var between = new X509Certificate2Collection();
        var authorities = PemCertificates.TryRead(anchor.Certificates, int.MaxValue) ?? [];
        try
        {
            foreach (var der in presented.Chain)
            {
                between.Add(X509CertificateLoader.LoadCertificate(der.AsSpan()));
            }

            using var chain = Build(client, between, authorities, now);
            RequirePath([.. chain.ChainElements], authorities, anchor, account, now);
        }
        catch (CryptographicException)
        {
            throw SessionRefusals.Denied(Untrusted);
        }
        finally
        {
            foreach (var certificate in between.Concat(authorities))
            {
                certificate.Dispose();
            }
        }
    }

    // The framework finds the path and checks what X.509 says of paths: signatures, lengths, name constraints, extensions that must be known.
    private static X509Chain Build(X509Certificate2 client, X509Certificate2Collection between, IReadOnlyList<X509Certificate2> authorities, DateTimeOffset now)
    {
        var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
                VerificationTime = now.UtcDateTime,

                // A trust anchor need not be a root. That the path meets one of its certificates is checked below, by their bytes.
                VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority,
            },
        };
        foreach (var authority in authorities)
        {
            chain.ChainPolicy.CustomTrustStore.Add(authority);
            chain.ChainPolicy.ExtraStore.Add(authority);
        }

        chain.ChainPolicy.ExtraStore.AddRange(between);
        chain.Build(client);
        return chain;
    }

    private static void RequirePath(X509ChainElement[] path, IReadOnlyList<X509Certificate2> authorities, TrustAnchor anchor, Account account, DateTimeOffset now)
    {
        var end = Array.FindIndex(path, element => authorities.Any(authority => authority.RawDataMemory.Span.SequenceEqual(element.Certificate.RawDataMemory.Span)));

        // Not the client's own certificate: an authority signs certificates, not requests.
        if (end < 1)
        {
            throw SessionRefusals.Denied(Untrusted);
        }

        for (var place = 0; place <= end; place++)
        {
            var certificate = path[place].Certificate;
            if (!CertificateRules.IsValidAt(certificate, now))
            {
                throw SessionRefusals.Denied(now < certificate.Begins() ? "Untrusted certificate. The certificate is not yet valid" : "Untrusted certificate. The certificate has expired");
            }

            if (place > 0 && CertificateRules.FaultOfAuthority(certificate) is not null)
            {
                throw SessionRefusals.Denied(Untrusted);
            }

            // What the framework says of the anchor itself is that no root is above it, and that matters not.
            if (place < end && (path[place].ChainElementStatus.Length > 0 || !certificate.IsBy(path[place + 1].Certificate)))
            {
                throw SessionRefusals.Denied(Untrusted);
            }
        }

        for (var place = 0; place < end; place++)
        {
            RequireUnrevoked(path[place].Certificate, path[place + 1].Certificate, anchor, account, now);
        }
    }

    private static void RequireUnrevoked(X509Certificate2 certificate, X509Certificate2 issuer, TrustAnchor anchor, Account account, DateTimeOffset now)
    {
        var arn = anchor.ArnIn(account.Id).Text;
        foreach (var list in account.RevocationLists.Where(list => list.Enabled && list.TrustAnchorArn == arn))
        {
            var crl = Crl.TryRead(list.Data, out var read) ? read : null;
            if (crl is not null && !crl.IsOf(certificate.IssuerName))
            {
                continue;
            }

            // INVARIANT: fail closed. A list that somebody enabled and that says nothing any more must not let pass what its successor revokes.
            if (crl is null || !crl.IsSignedBy(issuer) || now < crl.Begins || crl.Next <= now)
            {
                throw SessionRefusals.Denied($"Untrusted certificate. The CRL {list.Id} of its issuer is not valid");
            }

            if (crl.Revokes(certificate.SerialNumberBytes.Span))
            {
                throw SessionRefusals.Denied("Untrusted certificate. The certificate has been revoked");
            }
        }
    }
}
