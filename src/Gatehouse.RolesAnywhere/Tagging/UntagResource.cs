using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Tagging;

/// <summary>Takes tags from a trust anchor, profile, certificate revocation list or subject.</summary>
internal sealed class UntagResource : IWrite<UntagResourceRequest, UntagResourceResponse>
{
    public static Arn Target(UntagResourceRequest request, Call call) => new(request.ResourceArn);

    public static void Require(UntagResourceRequest request, Call call, Requirements needs) => needs
        .Key("aws:TagKeys", request.TagKeys)
        .ResourceTags(Tagged.Find(call.Account, call, request.ResourceArn), service: null);

    public static UntagResourceResponse Handle(UntagResourceRequest request, Draft draft)
    {
        var tags = Tagged.Require(draft.Account, draft.Call, request.ResourceArn);
        Tagged.Put(draft, request.ResourceArn, tags.RemoveAll(tag => request.TagKeys.Contains(tag.Key, StringComparer.Ordinal)));
        return new();
    }
}
