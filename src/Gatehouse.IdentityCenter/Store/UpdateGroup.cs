using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Changes attributes of a group, all of those that are named or none.</summary>
internal sealed class UpdateGroup : IWrite<UpdateGroupRequest, UpdateGroupResponse>
{
    public static Arn Target(UpdateGroupRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(UpdateGroupRequest request, Call call, Requirements needs)
    {
        needs.On("UpdateGroup", call, StoreTargets.Group(request.GroupId));
        needs.GroupIssuers(call, request.GroupId);
    }

    public static UpdateGroupResponse Handle(UpdateGroupRequest request, Draft draft)
    {
        var before = draft.Account.RequireIdentityGroup(request.IdentityStoreId, request.GroupId);
        var tree = GroupRules.TreeOf(before);
        foreach (var operation in request.Operations)
        {
            tree.Change(operation.AttributePath, operation.AttributeValue);
        }

        var group = before.Take(tree) with { Updated = draft.Now, UpdatedBy = draft.Call.Caller.Arn.Text };
        GroupRules.RequireFree(draft.Account, group);
        draft.Remove(before);
        draft.Put(group);
        return new();
    }
}
