using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Sets the managed policy beyond which a role can do nothing, whatever its policies allow.</summary>
internal sealed class PutRolePermissionsBoundary : IWrite<PutRolePermissionsBoundaryRequest, PutRolePermissionsBoundaryResponse>
{
    public static Arn Target(PutRolePermissionsBoundaryRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(PutRolePermissionsBoundaryRequest request, Call call, Requirements needs) =>
        RoleSubject.Require(request.RoleName, call, needs).Key("iam:PermissionsBoundary", request.PermissionsBoundary);

    public static PutRolePermissionsBoundaryResponse Handle(PutRolePermissionsBoundaryRequest request, Draft draft)
    {
        var role = draft.Account.RequireOwnRole(request.RoleName);
        draft.RequireBoundary(request.PermissionsBoundary);
        draft.Put(role with { PermissionsBoundary = request.PermissionsBoundary });
        return new();
    }
}
