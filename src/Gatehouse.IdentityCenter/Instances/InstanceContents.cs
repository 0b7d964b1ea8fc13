using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.IdentityCenter.Instances;

/// <summary>All that an instance holds, as it goes with it. A kind of entity that belongs to an instance has a line here.</summary>
internal static class InstanceContents
{
    /// <summary>Takes the instance and all that it holds away, but for requests under way: the worker ends these.</summary>
    internal static void Remove(Draft draft, IdentityCenterInstance instance)
    {
        Clear<AccountAssignment>(draft);
        Clear<PermissionSet>(draft);
        Clear<ApplicationAssignment>(draft);
        Clear<IdentityApplication>(draft);
        Clear<TrustedTokenIssuer>(draft);
        Clear<IdentityMembership>(draft);
        Clear<IdentityGroup>(draft);
        Clear<IdentityUser>(draft);
        foreach (var ended in draft.Account.Provisionings.Where(request => request.Completed is not null).ToList())
        {
            draft.Remove(ended);
        }

        draft.Remove(instance);
    }

    /// <summary>The roles that its permission sets are, each as <c>ACCOUNT/NAME</c>.</summary>
    internal static ImmutableArray<string> RolesOf(Account owner) =>
        [.. owner.PermissionSets.SelectMany(set => set.Provisioned, (set, account) => $"{account}/{set.RoleNameIn(account)}")];

    private static void Clear<T>(Draft draft)
        where T : class, IEntity<T>
    {
        foreach (var entity in draft.Account.Of<T>().ToList())
        {
            draft.Remove(entity);
        }
    }
}
