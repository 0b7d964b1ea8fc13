using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Tagging;

/// <summary>Lists the tags of something of an instance, in the order of their keys.</summary>
internal sealed class ListTagsForResource : IRead<ListTagsForResourceRequest, ListTagsForResourceResponse>
{
    public static Arn Target(ListTagsForResourceRequest request, Call call) => new(request.ResourceArn);

    public static void Require(ListTagsForResourceRequest request, Call call, Requirements needs) =>
        needs.ResourceTags(Tagged.Find(call.Account, request.ResourceArn), service: null);

    public static ListTagsForResourceResponse Handle(ListTagsForResourceRequest request, Call call)
    {
        var tags = Tagged.Require(call.Account, request.InstanceArn, request.ResourceArn);
        var page = Pages.Of(tags, static tag => tag.Key, request.NextToken, Quotas.Tags);
        return new() { Tags = page.Items.Select(Tags.Describe).ToList(), NextToken = page.Marker };
    }
}
