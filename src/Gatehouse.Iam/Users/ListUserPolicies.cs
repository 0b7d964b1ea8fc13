using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Lists the names of the policies that live in a user.</summary>
internal sealed class ListUserPolicies : IRead<ListUserPoliciesRequest, ListUserPoliciesResponse>
{
    public static Arn Target(ListUserPoliciesRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(ListUserPoliciesRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static ListUserPoliciesResponse Handle(ListUserPoliciesRequest request, Call call)
    {
        var page = InlinePolicies.List(call.Account.RequireUser(request.UserName), request.Marker, request.MaxItems);
        return new()
        {
            PolicyNames = page.Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
