using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Operations;

namespace Gatehouse.Iam.ServiceLinkedRoles;

/// <summary>Asks the service that owns a role whether it still needs it, and removes the role if it does not; the answer names the task that tells.</summary>
/// <remarks>AWS asks services far away, and takes a while. Ours are here, so the task has ended when it is first looked at.</remarks>
internal sealed class DeleteServiceLinkedRole : IWrite<DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleResponse>
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static Arn Target(DeleteServiceLinkedRoleRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(DeleteServiceLinkedRoleRequest request, Call call, Requirements needs)
    {
        RoleSubject.Require(request.RoleName, call, needs);
        if (call.Account.Roles.Find(request.RoleName) is { IsServiceLinked: true } role)
        {
            needs.Key("iam:AWSServiceName", ServiceOf(role));
        }
    }

    public static DeleteServiceLinkedRoleResponse Handle(DeleteServiceLinkedRoleRequest request, Draft draft)
    {
        // AWS has no other error for a role that no service owns.
        var role = draft.Account.RequireRole(request.RoleName) is { IsServiceLinked: true } linked
            ? linked
            : throw new NoSuchEntityException($"The role with name {request.RoleName} cannot be found.");
        foreach (var old in draft.Account.RoleDeletions.Where(task => task.Ended < draft.Now - Kept).ToList())
        {
            draft.Remove(old);
        }

        var uses = ServiceRoleUse.Of(draft.Account, ServiceOf(role));
        var task = new RoleDeletion
        {
            Id = $"task{role.Path}{role.Name}/{draft.Call.Installation.Ids.NewUuid()}",
            Ended = draft.Now,
            Uses = uses,
        };
        draft.Put(task);
        if (uses.IsEmpty)
        {
            draft.Remove(role);
        }

        return new() { DeletionTaskId = task.Id };
    }

    private static string ServiceOf(Role role) => role.Path.Split('/')[2];
}
