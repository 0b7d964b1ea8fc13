using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Changes attributes of a person, all of those that are named or none.</summary>
internal sealed class UpdateUser : IWrite<UpdateUserRequest, UpdateUserResponse>
{
    public static Arn Target(UpdateUserRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(UpdateUserRequest request, Call call, Requirements needs)
    {
        needs.On("UpdateUser", call, StoreTargets.User(request.UserId));
        needs.UserIssuers(call, request.UserId);
    }

    public static UpdateUserResponse Handle(UpdateUserRequest request, Draft draft)
    {
        var before = draft.Account.RequireIdentityUser(request.IdentityStoreId, request.UserId);
        var tree = UserRules.TreeOf(before);
        foreach (var operation in request.Operations)
        {
            tree.Change(operation.AttributePath, operation.AttributeValue);
        }

        var user = before.Take(tree) with { Updated = draft.Now, UpdatedBy = draft.Call.Caller.Arn.Text };
        UserRules.RequireFree(draft.Account, user);
        draft.Remove(before);
        draft.Put(user);
        return new();
    }
}
