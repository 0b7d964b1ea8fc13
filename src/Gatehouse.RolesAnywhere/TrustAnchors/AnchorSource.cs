using Gatehouse.Accounts.Certificates;
using Gatehouse.Contracts.RolesAnywhere.Shapes;
using Gatehouse.RolesAnywhere.Certificates;

namespace Gatehouse.RolesAnywhere.TrustAnchors;

/// <summary>Reads where the certificates of a trust anchor come from.</summary>
internal static class AnchorSource
{
    // So many are read at all; how many may be kept is AWS's quota.
    private const int MostCertificates = 16;

    /// <summary>The certificates of a source, as PEM.</summary>
    /// <exception cref="Contracts.RolesAnywhere.ValidationException">It is of a kind that is not offered here, a certificate cannot be an authority's, or there are too many.</exception>
    internal static string Require(Source source)
    {
        if (source.SourceType is not "CERTIFICATE_BUNDLE")
        {
            throw Refusals.Invalid(source.SourceType is null
                ? "The source of a trust anchor must have a type."
                : $"Trust anchors of the type {source.SourceType} are not offered here: give the authority's certificates as a CERTIFICATE_BUNDLE.");
        }

        if (source.SourceData?.X509CertificateData is not { } text)
        {
            throw Refusals.Invalid("The source of a trust anchor of the type CERTIFICATE_BUNDLE must have x509CertificateData.");
        }

        var read = PemCertificates.TryRead(text, MostCertificates) ?? throw Refusals.Invalid("Unable to parse the certificate bundle. Please ensure the certificates are in PEM format.");
        try
        {
            Quotas.Require("certificates per trust anchor", Quotas.CertificatesPerTrustAnchor, read.Count - 1);
            foreach (var certificate in read)
            {
                if (CertificateRules.FaultOfAuthority(certificate) is { } fault)
                {
                    throw Refusals.Invalid(fault);
                }
            }
        }
        finally
        {
            foreach (var certificate in read)
            {
                certificate.Dispose();
            }
        }

        return text;
    }
}
