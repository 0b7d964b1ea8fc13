using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Tagging;

/// <summary>Adds tags to a trust anchor, profile, certificate revocation list or subject; a key that is there already gets the new value.</summary>
internal sealed class TagResource : IWrite<TagResourceRequest, TagResourceResponse>
{
    public static Arn Target(TagResourceRequest request, Call call) => new(request.ResourceArn);

    public static void Require(TagResourceRequest request, Call call, Requirements needs) => needs
        .RequestTags(Tags.Read(request.Tags))
        .ResourceTags(Tagged.Find(call.Account, call, request.ResourceArn), service: null);

    public static TagResourceResponse Handle(TagResourceRequest request, Draft draft)
    {
        Tagged.Put(draft, request.ResourceArn, Tags.Merge(Tagged.Require(draft.Account, draft.Call, request.ResourceArn), request.Tags));
        return new();
    }
}
