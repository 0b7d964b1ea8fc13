using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Removes a role that holds no policies and is in no instance profile. Its sessions end with it.</summary>
internal sealed class DeleteRole : IWrite<DeleteRoleRequest, DeleteRoleResponse>
{
    public static Arn Target(DeleteRoleRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(DeleteRoleRequest request, Call call, Requirements needs) => RoleSubject.RequireBounded(request.RoleName, call, needs);

    public static DeleteRoleResponse Handle(DeleteRoleRequest request, Draft draft)
    {
        var role = draft.Account.RequireOwnRole(request.RoleName);
        if (draft.Account.InstanceProfiles.Any(profile => profile.RoleId == role.Id))
        {
            throw new DeleteConflictException("Cannot delete entity, must remove roles from instance profile first.");
        }

        if (!role.AttachedPolicies.IsEmpty)
        {
            throw new DeleteConflictException("Cannot delete entity, must detach all policies first.");
        }

        if (!role.InlinePolicies.IsEmpty)
        {
            throw new DeleteConflictException("Cannot delete entity, must delete policies first.");
        }

        draft.Remove(role);
        return new();
    }
}
