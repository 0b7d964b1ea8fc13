using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Tagging;

/// <summary>Adds tags to a root, unit, account or policy; a key that is there already gets the new value.</summary>
internal sealed class TagResource : IWrite<TagResourceRequest, TagResourceResponse>
{
    public static Arn Target(TagResourceRequest request, Call call) => Tagged.ArnOf(call.Account, request.ResourceId);

    public static void Require(TagResourceRequest request, Call call, Requirements needs)
    {
        Tagged.RequireKeys(call, request.ResourceId, needs);
        needs.RequestTags(Tags.Read(request.Tags));
    }

    public static TagResourceResponse Handle(TagResourceRequest request, Draft draft)
    {
        draft.Account.RequireManagement();
        Tagged.Put(draft, request.ResourceId, Tags.Merge(Tagged.Require(draft.Account, request.ResourceId), request.Tags));
        return new();
    }
}
