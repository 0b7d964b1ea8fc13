using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Policies;

/// <summary>Lists the tags of a managed policy, in the order of their keys.</summary>
internal sealed class ListPolicyTags : IRead<ListPolicyTagsRequest, ListPolicyTagsResponse>
{
    public static Arn Target(ListPolicyTagsRequest request, Call call) => new(request.PolicyArn);

    public static void Require(ListPolicyTagsRequest request, Call call, Requirements needs) => PolicySubject.Require(request.PolicyArn, call, needs);

    public static ListPolicyTagsResponse Handle(ListPolicyTagsRequest request, Call call)
    {
        var page = Tags.List(call.RequirePolicy(request.PolicyArn).Tags, request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
