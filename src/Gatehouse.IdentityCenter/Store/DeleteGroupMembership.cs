using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Takes a person out of a group.</summary>
internal sealed class DeleteGroupMembership : IWrite<DeleteGroupMembershipRequest, DeleteGroupMembershipResponse>
{
    public static Arn Target(DeleteGroupMembershipRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(DeleteGroupMembershipRequest request, Call call, Requirements needs) => needs.OnMembership("DeleteGroupMembership", call, request.MembershipId);

    public static DeleteGroupMembershipResponse Handle(DeleteGroupMembershipRequest request, Draft draft)
    {
        draft.Remove(draft.Account.RequireMembership(request.IdentityStoreId, request.MembershipId));
        return new();
    }
}
