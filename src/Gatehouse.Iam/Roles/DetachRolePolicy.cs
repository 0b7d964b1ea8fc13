using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Detaches a managed policy from a role.</summary>
internal sealed class DetachRolePolicy : IWrite<DetachRolePolicyRequest, DetachRolePolicyResponse>
{
    public static Arn Target(DetachRolePolicyRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(DetachRolePolicyRequest request, Call call, Requirements needs) =>
        RoleSubject.RequireBounded(request.RoleName, call, needs).Key("iam:PolicyARN", request.PolicyArn);

    public static DetachRolePolicyResponse Handle(DetachRolePolicyRequest request, Draft draft)
    {
        var role = draft.Account.RequireOwnRole(request.RoleName);
        draft.Put(role with { AttachedPolicies = AttachedPolicies.Detach(role, request.PolicyArn) });
        return new();
    }
}
