using Gatehouse.Accounts.Entities;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>A permission set that somebody has in an account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="PermissionSet">The permission set.</param>
public sealed record AssignedRole(string AccountId, PermissionSet PermissionSet)
{
    /// <summary>All that a user has, by itself or through groups, each once; by account, and then by name.</summary>
    /// <param name="owner">The account that owns the instance.</param>
    /// <param name="userId">The user's id.</param>
    public static IEnumerable<AssignedRole> Of(Account owner, string userId)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return owner.IdentityMemberships.OwnedBy(userId).Select(static membership => membership.GroupId).Prepend(userId)
            .SelectMany(principal => owner.Assignments.OwnedBy(principal))
            .Select(static assignment => (assignment.AccountId, assignment.PermissionSetId))
            .Distinct()
            .Select(held => owner.PermissionSets.FindById(held.PermissionSetId) is { } set ? new AssignedRole(held.AccountId, set) : null)
            .OfType<AssignedRole>()
            .OrderBy(static role => role.AccountId, StringComparer.Ordinal)
            .ThenBy(static role => role.PermissionSet.Name, StringComparer.Ordinal);
    }
}
