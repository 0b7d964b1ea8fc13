using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Lists the tags of a user, in the order of their keys.</summary>
internal sealed class ListUserTags : IRead<ListUserTagsRequest, ListUserTagsResponse>
{
    public static Arn Target(ListUserTagsRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(ListUserTagsRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static ListUserTagsResponse Handle(ListUserTagsRequest request, Call call)
    {
        var page = Tags.List(call.Account.RequireUser(request.UserName).Tags, request.Marker, request.MaxItems);
        return new()
        {
            Tags = page.Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
