using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Takes a group away. Its members stay.</summary>
internal sealed class DeleteGroup : IWrite<DeleteGroupRequest, DeleteGroupResponse>
{
    public static Arn Target(DeleteGroupRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(DeleteGroupRequest request, Call call, Requirements needs)
    {
        needs.On("DeleteGroup", call, StoreTargets.Group(request.GroupId));
        needs.GroupIssuers(call, request.GroupId);
    }

    public static DeleteGroupResponse Handle(DeleteGroupRequest request, Draft draft)
    {
        var group = draft.Account.RequireIdentityGroup(request.IdentityStoreId, request.GroupId);
        foreach (var membership in draft.Account.MembershipsOf(group).ToList())
        {
            draft.Remove(membership);
        }

        draft.Remove(group);
        return new();
    }
}
