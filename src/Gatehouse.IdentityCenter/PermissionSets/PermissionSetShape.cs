using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Shapes = Gatehouse.Contracts.SsoAdmin.Shapes;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>How permission sets and what they hold look in answers.</summary>
internal static class PermissionSetShape
{
    /// <summary>A permission set.</summary>
    internal static Shapes.PermissionSet Describe(this PermissionSet set, IdentityCenterInstance instance) => new()
    {
        Name = set.Name,
        PermissionSetArn = set.ArnIn(instance.Id).Text,
        Description = set.Description,
        CreatedDate = set.Created,
        SessionDuration = set.SessionDuration ?? SessionDurations.Default,
        RelayState = set.RelayState,
    };

    /// <summary>A policy of the accounts themselves.</summary>
    internal static Shapes.CustomerManagedPolicyReference Describe(this PolicyReference policy) => new() { Name = policy.Name, Path = policy.Path };

    /// <summary>A policy of the accounts themselves, as a request names it.</summary>
    internal static PolicyReference Read(this Shapes.CustomerManagedPolicyReference policy) => new(policy.Name, policy.Path ?? "/");

    /// <summary>Puts a permission set as it is now: its roles are from now on as it was before.</summary>
    internal static void PutChanged(this Draft draft, PermissionSet set) => draft.Put(set with { Outdated = set.Provisioned });
}
