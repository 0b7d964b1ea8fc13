using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Gives a group another name or path. Its id stays, so members and policies stay too; policies that name its ARN do not follow.</summary>
internal sealed class UpdateGroup : IWrite<UpdateGroupRequest, UpdateGroupResponse>
{
    public static Arn Target(UpdateGroupRequest request, Call call) => GroupSubject.Target(request.GroupName, call);

    public static void Require(UpdateGroupRequest request, Call call, Requirements needs)
    {
        GroupSubject.Require(request.GroupName, call, needs);

        Renaming.Require("iam:UpdateGroup", Target(request, call), After(request, call), needs);
    }

    public static UpdateGroupResponse Handle(UpdateGroupRequest request, Draft draft)
    {
        var group = draft.Account.RequireGroup(request.GroupName);
        Renaming.RequireFree(group, draft.Account.Groups.Find(request.NewGroupName), request.NewGroupName);
        var (name, path) = Renaming.Of(group, request.GroupName, request.NewGroupName, request.NewPath);
        draft.Remove(group);
        draft.Put(group with { Name = name, Path = path });
        return new();
    }

    private static Arn After(UpdateGroupRequest request, Call call)
    {
        var (name, path) = Renaming.Of(call.Account.Groups.Find(request.GroupName), request.GroupName, request.NewGroupName, request.NewPath);
        return Group.ArnOf(call.Account.Id, path, name);
    }
}
