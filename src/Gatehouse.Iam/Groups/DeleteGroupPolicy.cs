using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Takes a policy out of a group.</summary>
internal sealed class DeleteGroupPolicy : IWrite<DeleteGroupPolicyRequest, DeleteGroupPolicyResponse>
{
    public static Arn Target(DeleteGroupPolicyRequest request, Call call) => GroupSubject.Target(request.GroupName, call);

    public static void Require(DeleteGroupPolicyRequest request, Call call, Requirements needs) => GroupSubject.Require(request.GroupName, call, needs);

    public static DeleteGroupPolicyResponse Handle(DeleteGroupPolicyRequest request, Draft draft)
    {
        var group = draft.Account.RequireGroup(request.GroupName);
        draft.Put(group with { InlinePolicies = InlinePolicies.Without(group, request.PolicyName) });
        return new();
    }
}
