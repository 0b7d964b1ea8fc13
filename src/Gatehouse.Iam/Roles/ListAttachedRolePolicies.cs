using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Lists the managed policies attached to a role.</summary>
internal sealed class ListAttachedRolePolicies : IRead<ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse>
{
    public static Arn Target(ListAttachedRolePoliciesRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(ListAttachedRolePoliciesRequest request, Call call, Requirements needs) =>
        RoleSubject.Require(request.RoleName, call, needs);

    public static ListAttachedRolePoliciesResponse Handle(ListAttachedRolePoliciesRequest request, Call call)
    {
        var page = AttachedPolicies.List(call.Account.RequireRole(request.RoleName), request.PathPrefix, request.Marker, request.MaxItems);
        return new() { AttachedPolicies = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
