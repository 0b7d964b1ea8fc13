using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Takes tags off a role; keys it does not have are passed over.</summary>
internal sealed class UntagRole : IWrite<UntagRoleRequest, UntagRoleResponse>
{
    public static Arn Target(UntagRoleRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(UntagRoleRequest request, Call call, Requirements needs) =>
        RoleSubject.Require(request.RoleName, call, needs).Key("aws:TagKeys", request.TagKeys);

    public static UntagRoleResponse Handle(UntagRoleRequest request, Draft draft)
    {
        var role = draft.Account.RequireLooseRole(request.RoleName);
        draft.Put(role with { Tags = Tags.Without(role.Tags, request.TagKeys) });
        return new();
    }
}
