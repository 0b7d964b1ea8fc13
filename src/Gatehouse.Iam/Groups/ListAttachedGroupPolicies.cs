using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Lists the managed policies attached to a group.</summary>
internal sealed class ListAttachedGroupPolicies : IRead<ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse>
{
    public static Arn Target(ListAttachedGroupPoliciesRequest request, Call call) => GroupSubject.Target(request.GroupName, call);

    public static void Require(ListAttachedGroupPoliciesRequest request, Call call, Requirements needs) => GroupSubject.Require(request.GroupName, call, needs);

    public static ListAttachedGroupPoliciesResponse Handle(ListAttachedGroupPoliciesRequest request, Call call)
    {
        var group = call.Account.RequireGroup(request.GroupName);
        var page = AttachedPolicies.List(group, request.PathPrefix, request.Marker, request.MaxItems);
        return new()
        {
            AttachedPolicies = page.Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
