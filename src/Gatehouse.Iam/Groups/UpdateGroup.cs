using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Gives a group another name or path. Its id stays, so members and policies stay too; policies that name its ARN do not follow.</summary>
internal sealed class UpdateGroup : IWrite<UpdateGroupRequest, UpdateGroupResponse>
{
    public static Arn Target(UpdateGroupRequest request, Call call) => GroupSubject.Target(request.GroupName, call);

    public static void Require(UpdateGroupRequest request, Call call, Requirements needs)
    {
        GroupSubject.Require(request.GroupName, call, needs);

        // AWS: it takes permission on both ends, what the group is called and what it will be.
        var after = After(request, call);
        if (after != Target(request, call))
        {
            needs.Also("iam:UpdateGroup", after);
        }
    }

    public static UpdateGroupResponse Handle(UpdateGroupRequest request, Draft draft)
    {
        var group = draft.Account.RequireGroup(request.GroupName);
        if (draft.Account.Groups.Find(request.NewGroupName) is { } other && other.Id != group.Id)
        {
            throw new EntityAlreadyExistsException($"Group with name {request.NewGroupName} already exists.");
        }

        draft.Remove(group);
        draft.Put(group with { Name = request.NewGroupName ?? group.Name, Path = request.NewPath ?? group.Path });
        return new();
    }

    private static Arn After(UpdateGroupRequest request, Call call)
    {
        var group = call.Account.Groups.Find(request.GroupName);
        return Group.ArnOf(call.Account.Id, request.NewPath ?? group?.Path ?? "/", request.NewGroupName ?? group?.Name ?? request.GroupName);
    }
}
