using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.RolesAnywhere.Shapes;

namespace Gatehouse.RolesAnywhere.TrustAnchors;

/// <summary>A trust anchor as the wire shows it.</summary>
internal static class TrustAnchorShape
{
    internal static TrustAnchorDetail Describe(this TrustAnchor anchor, string account) => new()
    {
        TrustAnchorId = anchor.Id,
        TrustAnchorArn = anchor.ArnIn(account).Text,
        Name = anchor.Name,
        Source = new() { SourceType = "CERTIFICATE_BUNDLE", SourceData = new() { X509CertificateData = anchor.Certificates } },
        Enabled = anchor.Enabled,
        CreatedAt = anchor.Created,
        UpdatedAt = anchor.Updated,
        NotificationSettings = Notices.Describe(anchor.Notices),
    };
}
