using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Makes a user a member of a group; again is no mistake.</summary>
internal sealed class AddUserToGroup : IWrite<AddUserToGroupRequest, AddUserToGroupResponse>
{
    public static Arn Target(AddUserToGroupRequest request, Call call) => GroupSubject.Target(request.GroupName, call);

    public static void Require(AddUserToGroupRequest request, Call call, Requirements needs) => GroupSubject.Require(request.GroupName, call, needs);

    public static AddUserToGroupResponse Handle(AddUserToGroupRequest request, Draft draft)
    {
        var user = draft.Account.RequireUser(request.UserName);
        var group = draft.Account.RequireGroup(request.GroupName);
        if (!user.Groups.Contains(group.Id, StringComparer.Ordinal))
        {
            draft.Call.RequireRoom(IamQuotas.GroupsPerUser, user.Groups.Length);
            draft.Put(user with { Groups = user.Groups.Add(group.Id) });
        }

        return new();
    }
}
