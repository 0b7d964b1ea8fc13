using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.InstanceProfiles;

/// <summary>Lists the tags of an instance profile, in the order of their keys.</summary>
internal sealed class ListInstanceProfileTags : IRead<ListInstanceProfileTagsRequest, ListInstanceProfileTagsResponse>
{
    public static Arn Target(ListInstanceProfileTagsRequest request, Call call) => ProfileSubject.Target(request.InstanceProfileName, call);

    public static void Require(ListInstanceProfileTagsRequest request, Call call, Requirements needs) =>
        ProfileSubject.Require(request.InstanceProfileName, call, needs);

    public static ListInstanceProfileTagsResponse Handle(ListInstanceProfileTagsRequest request, Call call)
    {
        var page = Tags.List(call.Account.RequireProfile(request.InstanceProfileName).Tags, request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
