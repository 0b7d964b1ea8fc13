using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Sets tags of a role.</summary>
internal sealed class TagRole : IWrite<TagRoleRequest, TagRoleResponse>
{
    public static Arn Target(TagRoleRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(TagRoleRequest request, Call call, Requirements needs) =>
        RoleSubject.Require(request.RoleName, call, needs).RequestTags(Tags.Read(request.Tags));

    public static TagRoleResponse Handle(TagRoleRequest request, Draft draft)
    {
        var role = draft.Account.RequireLooseRole(request.RoleName);
        draft.Put(role with { Tags = Tags.Merge(role.Tags, request.Tags) });
        return new();
    }
}
