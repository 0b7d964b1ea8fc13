using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Lists the managed policies attached to a user.</summary>
internal sealed class ListAttachedUserPolicies : IRead<ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse>
{
    public static Arn Target(ListAttachedUserPoliciesRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(ListAttachedUserPoliciesRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static ListAttachedUserPoliciesResponse Handle(ListAttachedUserPoliciesRequest request, Call call)
    {
        var user = call.Account.RequireUser(request.UserName);
        var page = AttachedPolicies.List(user, request.PathPrefix, request.Marker, request.MaxItems);
        return new()
        {
            AttachedPolicies = page.Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
