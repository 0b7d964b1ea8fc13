using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Adds a group, which has no members and no policies.</summary>
internal sealed class CreateGroup : IWrite<CreateGroupRequest, CreateGroupResponse>
{
    public static Arn Target(CreateGroupRequest request, Call call) => Group.ArnOf(call.Account.Id, request.Path ?? "/", request.GroupName);

    public static CreateGroupResponse Handle(CreateGroupRequest request, Draft draft)
    {
        if (draft.Account.Groups.Contains(request.GroupName))
        {
            throw new EntityAlreadyExistsException($"Group with name {request.GroupName} already exists.");
        }

        draft.Call.RequireRoom(IamQuotas.Groups, draft.Account.Groups.Count);
        var group = new Group
        {
            Id = draft.NewId("AGPA"),
            Name = request.GroupName,
            Path = request.Path ?? "/",
            Created = draft.Now,
        };
        draft.Put(group);
        return new() { Group = group.Describe(draft.Account) };
    }
}
