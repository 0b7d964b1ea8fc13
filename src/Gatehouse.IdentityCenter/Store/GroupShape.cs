using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Identitystore;
using Shapes = Gatehouse.Contracts.Identitystore.Shapes;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>A group of an identity store as the wire shows it.</summary>
internal static class GroupShape
{
    internal static DescribeGroupResponse Describe(this IdentityGroup group, string storeId) => new()
    {
        IdentityStoreId = storeId,
        GroupId = group.Id,
        DisplayName = group.DisplayName,
        Description = group.Description,
        ExternalIds = Ids(group),
        CreatedAt = group.Created,
        CreatedBy = group.CreatedBy,
        UpdatedAt = group.Updated,
        UpdatedBy = group.UpdatedBy,
    };

    internal static Shapes.Group DescribeListed(this IdentityGroup group, string storeId) => new()
    {
        IdentityStoreId = storeId,
        GroupId = group.Id,
        DisplayName = group.DisplayName,
        Description = group.Description,
        ExternalIds = Ids(group),
        CreatedAt = group.Created,
        CreatedBy = group.CreatedBy,
        UpdatedAt = group.Updated,
        UpdatedBy = group.UpdatedBy,
    };

    private static List<Shapes.ExternalId>? Ids(IdentityGroup group) =>
        group.ExternalIds.IsEmpty ? null : [.. group.ExternalIds.Select(one => new Shapes.ExternalId { Issuer = one.Issuer, Id = one.Id })];
}
