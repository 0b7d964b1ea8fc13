using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Lists the names of the policies that a role holds itself.</summary>
internal sealed class ListRolePolicies : IRead<ListRolePoliciesRequest, ListRolePoliciesResponse>
{
    public static Arn Target(ListRolePoliciesRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(ListRolePoliciesRequest request, Call call, Requirements needs) => RoleSubject.Require(request.RoleName, call, needs);

    public static ListRolePoliciesResponse Handle(ListRolePoliciesRequest request, Call call)
    {
        var page = InlinePolicies.List(call.Account.RequireRole(request.RoleName), request.Marker, request.MaxItems);
        return new() { PolicyNames = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
