using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Writes a policy into a role, in place of the one that has its name.</summary>
internal sealed class PutRolePolicy : IWrite<PutRolePolicyRequest, PutRolePolicyResponse>
{
    public static Arn Target(PutRolePolicyRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(PutRolePolicyRequest request, Call call, Requirements needs) => RoleSubject.RequireBounded(request.RoleName, call, needs);

    public static PutRolePolicyResponse Handle(PutRolePolicyRequest request, Draft draft)
    {
        var role = draft.Account.RequireOwnRole(request.RoleName);
        draft.Put(role with { InlinePolicies = InlinePolicies.Put(role, request.PolicyName, request.PolicyDocument, draft.Call) });
        return new();
    }
}
