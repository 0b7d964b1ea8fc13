using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Tagging;

/// <summary>Takes tags off a root, unit, account or policy; keys that are not there are passed over.</summary>
internal sealed class UntagResource : IWrite<UntagResourceRequest, UntagResourceResponse>
{
    public static Arn Target(UntagResourceRequest request, Call call) => Tagged.ArnOf(call.Account, request.ResourceId);

    public static void Require(UntagResourceRequest request, Call call, Requirements needs)
    {
        Tagged.RequireKeys(call, request.ResourceId, needs);
        needs.Key("aws:TagKeys", request.TagKeys);
    }

    public static UntagResourceResponse Handle(UntagResourceRequest request, Draft draft)
    {
        draft.Account.RequireManagement();
        var tags = Tagged.Require(draft.Account, request.ResourceId);
        Tagged.Put(draft, request.ResourceId, tags.RemoveAll(tag => request.TagKeys.Contains(tag.Key)));
        return new();
    }
}
