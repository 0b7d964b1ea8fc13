using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Lists the names of the policies that live in a group.</summary>
internal sealed class ListGroupPolicies : IRead<ListGroupPoliciesRequest, ListGroupPoliciesResponse>
{
    public static Arn Target(ListGroupPoliciesRequest request, Call call) => GroupSubject.Target(request.GroupName, call);

    public static void Require(ListGroupPoliciesRequest request, Call call, Requirements needs) => GroupSubject.Require(request.GroupName, call, needs);

    public static ListGroupPoliciesResponse Handle(ListGroupPoliciesRequest request, Call call)
    {
        var page = InlinePolicies.List(call.Account.RequireGroup(request.GroupName), request.Marker, request.MaxItems);
        return new()
        {
            PolicyNames = page.Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
