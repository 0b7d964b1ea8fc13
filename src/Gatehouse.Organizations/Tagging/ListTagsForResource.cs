using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Tagging;

/// <summary>Lists the tags of a root, unit, account or policy, in the order of their keys.</summary>
internal sealed class ListTagsForResource : IRead<ListTagsForResourceRequest, ListTagsForResourceResponse>
{
    public static Arn Target(ListTagsForResourceRequest request, Call call) => Tagged.ArnOf(call.Account, request.ResourceId);

    public static void Require(ListTagsForResourceRequest request, Call call, Requirements needs) =>
        Tagged.RequireKeys(call, request.ResourceId, needs);

    public static ListTagsForResourceResponse Handle(ListTagsForResourceRequest request, Call call)
    {
        call.Account.RequireManagement();
        var tags = Tagged.Require(call.Account, request.ResourceId);

        // All fit on one page: there are fifty at most. A token is read all the same, for a wrong one is to be refused.
        var page = Pages.Of(tags.Select(tag => tag.Key), request.NextToken, Quotas.Tags);
        return new() { Tags = Tags.Describe(page.Items.Select(key => tags.First(tag => tag.Key == key))), NextToken = page.Marker };
    }
}
