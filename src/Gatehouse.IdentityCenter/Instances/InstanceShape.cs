using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin.Shapes;

namespace Gatehouse.IdentityCenter.Instances;

/// <summary>How an instance looks in answers.</summary>
internal static class InstanceShape
{
    internal static InstanceMetadata Describe(this IdentityCenterInstance instance, Account owner) => new()
    {
        InstanceArn = instance.Arn.Text,
        IdentityStoreId = instance.IdentityStoreId,
        OwnerAccountId = owner.Id,
        Name = instance.Name,
        CreatedDate = instance.Created,
        Status = InstanceStatus.ACTIVE,
    };

    /// <summary>The one region that an instance is in.</summary>
    internal static RegionMetadata DescribeRegion(this IdentityCenterInstance instance) => new()
    {
        RegionName = instance.Region,
        Status = RegionStatus.ACTIVE,
        AddedDate = instance.Created,
        IsPrimaryRegion = true,
    };
}
