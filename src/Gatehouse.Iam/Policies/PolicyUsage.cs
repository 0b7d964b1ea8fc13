using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Policies;

/// <summary>What managed policies are used for, as lists can be narrowed by it.</summary>
internal static class PolicyUsage
{
    /// <summary>Whether ListPolicies shows a policy.</summary>
    internal static bool Matches(ListPoliciesRequest request, string arn, Account account) => request.PolicyUsageFilter switch
    {
        Shapes.PolicyUsageType.PermissionsPolicy => account.Attachments.CountOf(arn) > 0,
        Shapes.PolicyUsageType.PermissionsBoundary => account.Attachments.BoundariesOf(arn) > 0,
        _ => request.OnlyAttached is not true || account.Attachments.CountOf(arn) > 0,
    };

    /// <summary>Whether ListEntitiesForPolicy shows a user, group or role.</summary>
    internal static bool Matches(ListEntitiesForPolicyRequest request, IHolder holder)
    {
        var bounds = holder.PermissionsBoundary == request.PolicyArn;
        return holder.Path.StartsWith(request.PathPrefix ?? "/", StringComparison.Ordinal) && request.PolicyUsageFilter switch
        {
            Shapes.PolicyUsageType.PermissionsPolicy => IsAttached(request, holder),
            Shapes.PolicyUsageType.PermissionsBoundary => bounds,
            _ => bounds || IsAttached(request, holder),
        };
    }

    private static bool IsAttached(ListEntitiesForPolicyRequest request, IHolder holder) =>
        holder.AttachedPolicies.Contains(request.PolicyArn, StringComparer.Ordinal);
}
