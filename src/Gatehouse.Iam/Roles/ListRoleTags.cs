using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Lists the tags of a role, in the order of their keys.</summary>
internal sealed class ListRoleTags : IRead<ListRoleTagsRequest, ListRoleTagsResponse>
{
    public static Arn Target(ListRoleTagsRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(ListRoleTagsRequest request, Call call, Requirements needs) => RoleSubject.Require(request.RoleName, call, needs);

    public static ListRoleTagsResponse Handle(ListRoleTagsRequest request, Call call)
    {
        var page = Tags.List(call.Account.RequireRole(request.RoleName).Tags, request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
