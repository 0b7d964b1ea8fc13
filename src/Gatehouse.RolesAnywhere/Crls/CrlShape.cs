using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.RolesAnywhere.Shapes;

namespace Gatehouse.RolesAnywhere.Crls;

/// <summary>A certificate revocation list as the wire shows it.</summary>
internal static class CrlShape
{
    internal static CrlDetail Describe(this RevocationList list, string account) => new()
    {
        CrlId = list.Id,
        CrlArn = list.ArnIn(account).Text,
        Name = list.Name,
        Enabled = list.Enabled,
        CrlData = list.Data.ToArray(),
        TrustAnchorArn = list.TrustAnchorArn,
        CreatedAt = list.Created,
        UpdatedAt = list.Updated,
    };
}
