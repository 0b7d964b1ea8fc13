using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Takes a role's boundary away; a role without one stays as it is.</summary>
internal sealed class DeleteRolePermissionsBoundary : IWrite<DeleteRolePermissionsBoundaryRequest, DeleteRolePermissionsBoundaryResponse>
{
    public static Arn Target(DeleteRolePermissionsBoundaryRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(DeleteRolePermissionsBoundaryRequest request, Call call, Requirements needs) =>
        RoleSubject.RequireBounded(request.RoleName, call, needs);

    public static DeleteRolePermissionsBoundaryResponse Handle(DeleteRolePermissionsBoundaryRequest request, Draft draft)
    {
        var role = draft.Account.RequireOwnRole(request.RoleName);
        if (role.PermissionsBoundary is not null)
        {
            draft.Put(role with { PermissionsBoundary = null });
        }

        return new();
    }
}
