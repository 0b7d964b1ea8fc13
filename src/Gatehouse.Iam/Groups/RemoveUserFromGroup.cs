using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Ends a membership; that there is none is no mistake.</summary>
internal sealed class RemoveUserFromGroup : IWrite<RemoveUserFromGroupRequest, RemoveUserFromGroupResponse>
{
    public static Arn Target(RemoveUserFromGroupRequest request, Call call) => GroupSubject.Target(request.GroupName, call);

    public static void Require(RemoveUserFromGroupRequest request, Call call, Requirements needs) => GroupSubject.Require(request.GroupName, call, needs);

    public static RemoveUserFromGroupResponse Handle(RemoveUserFromGroupRequest request, Draft draft)
    {
        var user = draft.Account.RequireUser(request.UserName);
        var group = draft.Account.RequireGroup(request.GroupName);

        // AWS: to remove who is no member succeeds.
        if (user.Groups.Contains(group.Id, StringComparer.Ordinal))
        {
            draft.Put(user with { Groups = user.Groups.Remove(group.Id, StringComparer.Ordinal) });
        }

        return new();
    }
}
