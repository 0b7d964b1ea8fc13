using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Changes what is said of a role and how long its sessions may last; what is not given stays.</summary>
internal sealed class UpdateRole : IWrite<UpdateRoleRequest, UpdateRoleResponse>
{
    public static Arn Target(UpdateRoleRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(UpdateRoleRequest request, Call call, Requirements needs) => RoleSubject.RequireBounded(request.RoleName, call, needs);

    public static UpdateRoleResponse Handle(UpdateRoleRequest request, Draft draft)
    {
        // AWS: of a role that a service owns, an account may change the description and nothing else.
        var role = request.MaxSessionDuration is null
            ? draft.Account.RequireLooseRole(request.RoleName)
            : draft.Account.RequireOwnRole(request.RoleName);
        draft.Put(role with
        {
            Description = request.Description is { } description ? RoleSubject.Description(description) : role.Description,
            MaxSessionSeconds = request.MaxSessionDuration ?? role.MaxSessionSeconds,
        });
        return new();
    }
}
