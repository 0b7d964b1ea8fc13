using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Attaches a managed policy to a role; attaching it again changes nothing.</summary>
internal sealed class AttachRolePolicy : IWrite<AttachRolePolicyRequest, AttachRolePolicyResponse>
{
    public static Arn Target(AttachRolePolicyRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(AttachRolePolicyRequest request, Call call, Requirements needs) =>
        RoleSubject.RequireBounded(request.RoleName, call, needs).Key("iam:PolicyARN", request.PolicyArn);

    public static AttachRolePolicyResponse Handle(AttachRolePolicyRequest request, Draft draft)
    {
        var role = draft.Account.RequireOwnRole(request.RoleName);
        draft.Put(role with { AttachedPolicies = AttachedPolicies.Attach(draft, role, request.PolicyArn) });
        return new();
    }
}
