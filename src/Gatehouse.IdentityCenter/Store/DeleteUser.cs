using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Takes a person out of an identity store, and out of its groups.</summary>
internal sealed class DeleteUser : IWrite<DeleteUserRequest, DeleteUserResponse>
{
    public static Arn Target(DeleteUserRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(DeleteUserRequest request, Call call, Requirements needs)
    {
        needs.On("DeleteUser", call, StoreTargets.User(request.UserId));
        needs.UserIssuers(call, request.UserId);
    }

    public static DeleteUserResponse Handle(DeleteUserRequest request, Draft draft)
    {
        var user = draft.Account.RequireIdentityUser(request.IdentityStoreId, request.UserId);
        foreach (var membership in draft.Account.IdentityMemberships.OwnedBy(user.Id))
        {
            draft.Remove(membership);
        }

        draft.Remove(user);
        return new();
    }
}
