using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Tagging;

/// <summary>Takes tags from something of an instance; keys it does not have are passed over.</summary>
internal sealed class UntagResource : IWrite<UntagResourceRequest, UntagResourceResponse>
{
    public static Arn Target(UntagResourceRequest request, Call call) => new(request.ResourceArn);

    public static void Require(UntagResourceRequest request, Call call, Requirements needs) => needs
        .Key("aws:TagKeys", request.TagKeys)
        .ResourceTags(Tagged.Find(call.Account, request.ResourceArn), service: null);

    public static UntagResourceResponse Handle(UntagResourceRequest request, Draft draft)
    {
        var tags = Tagged.Require(draft.Account, request.InstanceArn, request.ResourceArn);
        Tagged.Put(draft, request.ResourceArn, tags.RemoveAll(tag => request.TagKeys.Contains(tag.Key, StringComparer.Ordinal)));
        return new();
    }
}
