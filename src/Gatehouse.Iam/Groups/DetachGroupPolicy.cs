using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Detaches a managed policy from a group.</summary>
internal sealed class DetachGroupPolicy : IWrite<DetachGroupPolicyRequest, DetachGroupPolicyResponse>
{
    public static Arn Target(DetachGroupPolicyRequest request, Call call) => GroupSubject.Target(request.GroupName, call);

    public static void Require(DetachGroupPolicyRequest request, Call call, Requirements needs)
    {
        GroupSubject.Require(request.GroupName, call, needs);
        needs.Key("iam:PolicyARN", request.PolicyArn);
    }

    public static DetachGroupPolicyResponse Handle(DetachGroupPolicyRequest request, Draft draft)
    {
        var group = draft.Account.RequireGroup(request.GroupName);
        draft.Put(group with { AttachedPolicies = AttachedPolicies.Detach(group, request.PolicyArn) });
        return new();
    }
}
