using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Writes a policy into a group, in place of the one with its name if there is one.</summary>
internal sealed class PutGroupPolicy : IWrite<PutGroupPolicyRequest, PutGroupPolicyResponse>
{
    public static Arn Target(PutGroupPolicyRequest request, Call call) => GroupSubject.Target(request.GroupName, call);

    public static void Require(PutGroupPolicyRequest request, Call call, Requirements needs) => GroupSubject.Require(request.GroupName, call, needs);

    public static PutGroupPolicyResponse Handle(PutGroupPolicyRequest request, Draft draft)
    {
        var group = draft.Account.RequireGroup(request.GroupName);
        draft.Put(group with { InlinePolicies = InlinePolicies.Put(group, request.PolicyName, request.PolicyDocument, draft.Call) });
        return new();
    }
}
