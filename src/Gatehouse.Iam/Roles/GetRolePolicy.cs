using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Shows a policy that a role holds itself.</summary>
internal sealed class GetRolePolicy : IRead<GetRolePolicyRequest, GetRolePolicyResponse>
{
    public static Arn Target(GetRolePolicyRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(GetRolePolicyRequest request, Call call, Requirements needs) => RoleSubject.Require(request.RoleName, call, needs);

    public static GetRolePolicyResponse Handle(GetRolePolicyRequest request, Call call)
    {
        var role = call.Account.RequireRole(request.RoleName);
        var policy = InlinePolicies.Require(role, request.PolicyName);
        return new() { RoleName = role.Name, PolicyName = policy.Name, PolicyDocument = Documents.Encode(policy.Document) };
    }
}
