using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Removes a policy that a role holds itself.</summary>
internal sealed class DeleteRolePolicy : IWrite<DeleteRolePolicyRequest, DeleteRolePolicyResponse>
{
    public static Arn Target(DeleteRolePolicyRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(DeleteRolePolicyRequest request, Call call, Requirements needs) =>
        RoleSubject.RequireBounded(request.RoleName, call, needs);

    public static DeleteRolePolicyResponse Handle(DeleteRolePolicyRequest request, Draft draft)
    {
        var role = draft.Account.RequireOwnRole(request.RoleName);
        draft.Put(role with { InlinePolicies = InlinePolicies.Without(role, request.PolicyName) });
        return new();
    }
}
