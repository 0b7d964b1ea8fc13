using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Tagging;

/// <summary>Adds tags to something of an instance; a key that is there already gets the new value.</summary>
internal sealed class TagResource : IWrite<TagResourceRequest, TagResourceResponse>
{
    public static Arn Target(TagResourceRequest request, Call call) => new(request.ResourceArn);

    public static void Require(TagResourceRequest request, Call call, Requirements needs) => needs
        .RequestTags(Tags.Read(request.Tags))
        .ResourceTags(Tagged.Find(call.Account, request.ResourceArn), service: null);

    public static TagResourceResponse Handle(TagResourceRequest request, Draft draft)
    {
        var tags = Tagged.Require(draft.Account, request.InstanceArn, request.ResourceArn);
        Tagged.Put(draft, request.ResourceArn, Tags.Merge(tags, request.Tags));
        return new();
    }
}
