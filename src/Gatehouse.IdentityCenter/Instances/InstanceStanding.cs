using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Instances;

/// <summary>The instance and its permission sets, as operations find them by what a request names.</summary>
internal static class InstanceStanding
{
    /// <summary>The account's instance, if it is the one that is named.</summary>
    /// <exception cref="ResourceNotFoundException">It is not.</exception>
    internal static IdentityCenterInstance RequireInstance(this Account account, string arn) =>
        account.IdentityCenter is { } instance && instance.Arn.Text == arn ? instance : throw new ResourceNotFoundException($"Instance {Echo.Of(arn)} was not found.");

    /// <summary>A permission set of the instance that is named.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such instance or permission set.</exception>
    internal static PermissionSet RequirePermissionSet(this Account account, string instanceArn, string arn)
    {
        var instance = account.RequireInstance(instanceArn);
        return account.PermissionSets.FindById(arn[(arn.LastIndexOf('/') + 1)..]) is { } set && set.ArnIn(instance.Id).Text == arn
            ? set
            : throw new ResourceNotFoundException($"PermissionSet {Echo.Of(arn)} was not found.");
    }
}
