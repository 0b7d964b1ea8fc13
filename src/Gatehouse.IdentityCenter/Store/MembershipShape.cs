using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>A membership as the wire shows it. It never changes, so who made it is who changed it last.</summary>
internal static class MembershipShape
{
    internal static DescribeGroupMembershipResponse Describe(this IdentityMembership membership, string storeId) => new()
    {
        IdentityStoreId = storeId,
        MembershipId = membership.Id,
        GroupId = membership.GroupId,
        MemberId = new() { UserId = membership.UserId },
        CreatedAt = membership.Created,
        CreatedBy = membership.CreatedBy,
        UpdatedAt = membership.Created,
        UpdatedBy = membership.CreatedBy,
    };

    internal static GroupMembership DescribeListed(this IdentityMembership membership, string storeId) => new()
    {
        IdentityStoreId = storeId,
        MembershipId = membership.Id,
        GroupId = membership.GroupId,
        MemberId = new() { UserId = membership.UserId },
        CreatedAt = membership.Created,
        CreatedBy = membership.CreatedBy,
        UpdatedAt = membership.Created,
        UpdatedBy = membership.CreatedBy,
    };
}
