using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Tagging;

/// <summary>Lists the tags of a trust anchor, profile, certificate revocation list or subject.</summary>
internal sealed class ListTagsForResource : IRead<ListTagsForResourceRequest, ListTagsForResourceResponse>
{
    // AWS: the action has no resource type of its own.
    public static Arn Target(ListTagsForResourceRequest request, Call call) => Arn.Any;

    public static ListTagsForResourceResponse Handle(ListTagsForResourceRequest request, Call call) => new()
    {
        Tags = Tagged.Require(call.Account, call, request.ResourceArn).Select(tag => new Contracts.RolesAnywhere.Shapes.Tag { Key = tag.Key, Value = tag.Value }).ToList(),
    };
}
