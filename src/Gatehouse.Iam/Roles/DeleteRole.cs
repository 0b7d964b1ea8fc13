using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
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
        Deletion.Require(draft.Account.InstanceProfiles.CountMentioning(role.Id) == 0, "remove roles from instance profile");
        Deletion.RequireNoPolicies(role);
        draft.Remove(role);
        return new();
    }
}
