using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Policies;

/// <summary>Takes tags off a managed policy; keys it does not have are passed over.</summary>
internal sealed class UntagPolicy : IWrite<UntagPolicyRequest, UntagPolicyResponse>
{
    public static Arn Target(UntagPolicyRequest request, Call call) => new(request.PolicyArn);

    public static void Require(UntagPolicyRequest request, Call call, Requirements needs) =>
        PolicySubject.Require(request.PolicyArn, call, needs).Key("aws:TagKeys", request.TagKeys);

    public static UntagPolicyResponse Handle(UntagPolicyRequest request, Draft draft)
    {
        var policy = draft.RequireOwnPolicy(request.PolicyArn);
        draft.Put(policy with { Tags = Tags.Without(policy.Tags, request.TagKeys, StringComparer.Ordinal) });
        return new();
    }
}
