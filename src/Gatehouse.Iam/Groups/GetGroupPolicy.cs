using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Shows a policy that lives in a group.</summary>
internal sealed class GetGroupPolicy : IRead<GetGroupPolicyRequest, GetGroupPolicyResponse>
{
    public static Arn Target(GetGroupPolicyRequest request, Call call) => GroupSubject.Target(request.GroupName, call);

    public static void Require(GetGroupPolicyRequest request, Call call, Requirements needs) => GroupSubject.Require(request.GroupName, call, needs);

    public static GetGroupPolicyResponse Handle(GetGroupPolicyRequest request, Call call)
    {
        var group = call.Account.RequireGroup(request.GroupName);
        var policy = InlinePolicies.Require(group, request.PolicyName);
        return new()
        {
            GroupName = group.Name,
            PolicyName = policy.Name,
            PolicyDocument = Documents.Encode(policy.Document),
        };
    }
}
