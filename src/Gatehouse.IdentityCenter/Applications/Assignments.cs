using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Wire;
using AssignmentShape = Gatehouse.Contracts.SsoAdmin.Shapes.ApplicationAssignment;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Who may use which application.</summary>
internal static class Assignments
{
    /// <summary>The assignment of somebody to an application.</summary>
    /// <exception cref="ResourceNotFoundException">There is none, or no such application.</exception>
    internal static ApplicationAssignment Require(Account account, string applicationArn, string type, string principal) =>
        account.ApplicationAssignments.Find(ApplicationAssignment.KeyOf(account.RequireApplication(applicationArn).Id, Principals.IsGroup(type), principal))
        ?? throw new ResourceNotFoundException($"{type} {Echo.Of(principal)} is not assigned to the application.");

    /// <summary>The assignments of a group, or of a user and its groups.</summary>
    internal static IEnumerable<ApplicationAssignment> Of(Account account, bool isGroup, string principal)
    {
        var own = account.ApplicationAssignments.OwnedBy(principal).Where(assignment => assignment.IsGroup == isGroup);
        return isGroup ? own : own.Concat(account.IdentityMemberships.OwnedBy(principal).SelectMany(membership => Of(account, isGroup: true, membership.GroupId)));
    }

    /// <summary>Whether a user may use an application.</summary>
    internal static bool Allow(Account account, IdentityApplication application, IdentityUser user) =>
        application.OpenToAll || Of(account, isGroup: false, user.Id).Any(assignment => assignment.ApplicationId == application.Id);

    internal static AssignmentShape Describe(this ApplicationAssignment assignment, string applicationArn) => new()
    {
        ApplicationArn = applicationArn,
        PrincipalId = assignment.PrincipalId,
        PrincipalType = Principals.TypeOf(assignment.IsGroup),
    };
}
