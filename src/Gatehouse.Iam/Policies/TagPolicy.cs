using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Policies;

/// <summary>Sets tags of a managed policy.</summary>
internal sealed class TagPolicy : IWrite<TagPolicyRequest, TagPolicyResponse>
{
    public static Arn Target(TagPolicyRequest request, Call call) => new(request.PolicyArn);

    public static void Require(TagPolicyRequest request, Call call, Requirements needs) =>
        PolicySubject.Require(request.PolicyArn, call, needs).RequestTags(Tags.Read(request.Tags));

    public static TagPolicyResponse Handle(TagPolicyRequest request, Draft draft)
    {
        var policy = draft.RequireOwnPolicy(request.PolicyArn);
        draft.Put(policy with { Tags = Tags.Merge(policy.Tags, request.Tags, StringComparer.Ordinal) });
        return new();
    }
}
