using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Instances;

/// <summary>The instance and its permission sets, as operations find them by what a request names.</summary>
internal static class InstanceStanding
{
    /// <summary>The account's instance, if it is the one that is named; null when it is not.</summary>
    internal static IdentityCenterInstance? FindInstance(this Account account, string arn) =>
        account.IdentityCenter is { } instance && instance.Arn.Text == arn ? instance : null;

    /// <summary>The account's instance, if it is the one that is named.</summary>
    /// <exception cref="ResourceNotFoundException">It is not.</exception>
    internal static IdentityCenterInstance RequireInstance(this Account account, string arn) =>
        account.FindInstance(arn) ?? throw new ResourceNotFoundException($"Instance {Echo.Of(arn)} was not found.");

    /// <summary>The same for operations whose model knows no <c>ResourceNotFoundException</c>.</summary>
    /// <exception cref="AccessDeniedException">It is not.</exception>
    internal static IdentityCenterInstance RequireOwnInstance(this Account account, string arn) =>
        account.FindInstance(arn) ?? throw new AccessDeniedException("You do not have sufficient access to perform this action.");

    /// <summary>A permission set of the account's instance by its ARN; null when there is none.</summary>
    internal static PermissionSet? FindPermissionSet(this Account account, string arn) =>
        account.IdentityCenter is { } instance && account.PermissionSets.FindById(arn[(arn.LastIndexOf('/') + 1)..]) is { } set && set.ArnIn(instance.Id).Text == arn
            ? set
            : null;

    /// <summary>A permission set of the instance that is named.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such instance or permission set.</exception>
    internal static PermissionSet RequirePermissionSet(this Account account, string instanceArn, string arn)
    {
        account.RequireInstance(instanceArn);
        return account.FindPermissionSet(arn) ?? throw new ResourceNotFoundException($"PermissionSet {Echo.Of(arn)} was not found.");
    }
}
