using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Attaches a managed policy to a group; again is no mistake.</summary>
internal sealed class AttachGroupPolicy : IWrite<AttachGroupPolicyRequest, AttachGroupPolicyResponse>
{
    public static Arn Target(AttachGroupPolicyRequest request, Call call) => GroupSubject.Target(request.GroupName, call);

    public static void Require(AttachGroupPolicyRequest request, Call call, Requirements needs)
    {
        GroupSubject.Require(request.GroupName, call, needs);
        needs.Key("iam:PolicyARN", request.PolicyArn);
    }

    public static AttachGroupPolicyResponse Handle(AttachGroupPolicyRequest request, Draft draft)
    {
        var group = draft.Account.RequireGroup(request.GroupName);
        draft.Put(group with { AttachedPolicies = AttachedPolicies.Attach(draft, group, request.PolicyArn) });
        return new();
    }
}
