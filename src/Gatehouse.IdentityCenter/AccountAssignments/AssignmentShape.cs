using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;
using AccountAssignment = Gatehouse.Accounts.Entities.AccountAssignment;
using AssignmentOfShape = Gatehouse.Contracts.SsoAdmin.Shapes.AccountAssignment;

namespace Gatehouse.IdentityCenter.AccountAssignments;

/// <summary>Assignments, as they are found and as they look in answers.</summary>
internal static class AssignmentShape
{
    /// <summary>Who has a permission set in an account, in the order of keys: no search of the table.</summary>
    internal static IEnumerable<AccountAssignment> Of(Account owner, string account, string set)
    {
        var start = $"{account}/{set}/";
        for (var place = owner.Assignments.CountUpTo(start); place < owner.Assignments.Count && owner.Assignments[place].Key.StartsWith(start, StringComparison.Ordinal); place++)
        {
            yield return owner.Assignments[place];
        }
    }

    /// <summary>What a group has, or a user and the user's groups, in no particular order.</summary>
    internal static IEnumerable<AccountAssignment> OfPrincipal(Account owner, bool isGroup, string principal)
    {
        var own = owner.Assignments.OwnedBy(principal).Where(assignment => assignment.IsGroup == isGroup);
        return isGroup ? own : own.Concat(owner.IdentityMemberships.OwnedBy(principal).SelectMany(membership => OfPrincipal(owner, isGroup: true, membership.GroupId)));
    }

    internal static AssignmentOfShape Describe(this AccountAssignment assignment, string setArn) => new()
    {
        AccountId = assignment.AccountId,
        PermissionSetArn = setArn,
        PrincipalType = Principals.TypeOf(assignment.IsGroup),
        PrincipalId = assignment.PrincipalId,
    };

    internal static AccountAssignmentForPrincipal DescribeForPrincipal(this AccountAssignment assignment, string setArn) => new()
    {
        AccountId = assignment.AccountId,
        PermissionSetArn = setArn,
        PrincipalType = Principals.TypeOf(assignment.IsGroup),
        PrincipalId = assignment.PrincipalId,
    };
}
