using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Adds a group to an identity store.</summary>
internal sealed class CreateGroup : IWrite<CreateGroupRequest, CreateGroupResponse>
{
    public static Arn Target(CreateGroupRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(CreateGroupRequest request, Call call, Requirements needs) => needs.On("CreateGroup", call);

    public static CreateGroupResponse Handle(CreateGroupRequest request, Draft draft)
    {
        draft.Account.RequireStore(request.IdentityStoreId);
        var by = draft.Call.Caller.Arn.Text;
        var group = new IdentityGroup
        {
            Id = draft.Call.Installation.Ids.NewUuid(),
            DisplayName = "",
            Created = draft.Now,
            CreatedBy = by,
            Updated = draft.Now,
            UpdatedBy = by,
        }.Take(GroupRules.TreeOf(request.DisplayName, request.Description));
        GroupRules.RequireFree(draft.Account, group);
        StoreQuotas.Require("groups", StoreQuotas.Groups, draft.Account.IdentityGroups.Count);
        draft.Put(group);
        return new() { IdentityStoreId = request.IdentityStoreId, GroupId = group.Id };
    }
}
