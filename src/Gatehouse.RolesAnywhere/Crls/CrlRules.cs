using Gatehouse.Accounts;
using Gatehouse.Accounts.Certificates;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.RolesAnywhere.TrustAnchors;
using Gatehouse.Wire;

namespace Gatehouse.RolesAnywhere.Crls;

/// <summary>What a certificate revocation list must be like to be taken in.</summary>
internal static class CrlRules
{
    /// <summary>The trust anchor of an ARN.</summary>
    /// <exception cref="Contracts.RolesAnywhere.ValidationException">There is none in the account and region.</exception>
    internal static TrustAnchor RequireAnchor(Draft draft, string arn) =>
        Anchors.Find(draft.Account, draft.Call.Region, new Arn(arn).Resource["trust-anchor".Length..].TrimStart('/')) is { } anchor && anchor.ArnIn(draft.Account.Id).Text == arn
            ? anchor
            : throw Refusals.Invalid($"Trust anchor {Echo.Of(arn)} does not exist.");

    /// <summary>Checks a list. One that the trust anchor itself issued must be signed by it; the signatures of others are checked where they are asked.</summary>
    /// <exception cref="Contracts.RolesAnywhere.ValidationException">It is no list that can be used.</exception>
    internal static ReadOnlyMemory<byte> Require(byte[] data, TrustAnchor? anchor)
    {
        if (!Crl.TryRead(data, out var crl))
        {
            throw Refusals.Invalid("Unable to parse the CRL. Please ensure it is a complete X.509 CRL in PEM or DER format.");
        }

        var authorities = anchor is null ? null : PemCertificates.TryRead(anchor.Certificates, int.MaxValue);
        try
        {
            var issuers = (authorities ?? []).Where(authority => crl.IsOf(authority.SubjectName)).ToList();
            return issuers.Count == 0 || issuers.Exists(crl.IsSignedBy)
                ? data
                : throw Refusals.Invalid("The CRL is not signed by the trust anchor, or its signature algorithm is not SHA-256 or stronger.");
        }
        finally
        {
            foreach (var authority in authorities ?? [])
            {
                authority.Dispose();
            }
        }
    }
}
