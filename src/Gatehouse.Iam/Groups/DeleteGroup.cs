using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Deletes a group that has no members and holds no policies any more.</summary>
internal sealed class DeleteGroup : IWrite<DeleteGroupRequest, DeleteGroupResponse>
{
    public static Arn Target(DeleteGroupRequest request, Call call) => GroupSubject.Target(request.GroupName, call);

    public static void Require(DeleteGroupRequest request, Call call, Requirements needs) => GroupSubject.Require(request.GroupName, call, needs);

    public static DeleteGroupResponse Handle(DeleteGroupRequest request, Draft draft)
    {
        var group = draft.Account.RequireGroup(request.GroupName);
        Deletion.Require(draft.Account.Attachments.MembersOf(group).Count == 0, "remove users from group");
        Deletion.RequireNoPolicies(group);
        draft.Remove(group);
        return new();
    }
}
