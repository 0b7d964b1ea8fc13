using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Adds a person to an identity store, without a password: nobody signs in with it yet.</summary>
internal sealed class CreateUser : IWrite<CreateUserRequest, CreateUserResponse>
{
    public static Arn Target(CreateUserRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(CreateUserRequest request, Call call, Requirements needs) => needs.On("CreateUser", call);

    public static CreateUserResponse Handle(CreateUserRequest request, Draft draft)
    {
        draft.Account.RequireStore(request.IdentityStoreId);
        var json = StoreJson.Write(IdentitystoreService.CreateUser, request);
        json.Remove("IdentityStoreId");
        json["UserStatus"] = UserStatus.ENABLED;
        var by = draft.Call.Caller.Arn.Text;
        var user = new IdentityUser
        {
            Id = draft.Call.Installation.Ids.NewUuid(),
            UserName = "",
            Created = draft.Now,
            CreatedBy = by,
            Updated = draft.Now,
            UpdatedBy = by,
        }.Take(AttributeTree.Read(StoreSchemas.User, StoreJson.Element(json)));
        UserRules.RequireFree(draft.Account, user);
        StoreQuotas.Require("users", StoreQuotas.Users, draft.Account.IdentityUsers.Count);
        draft.Put(user);
        return new() { IdentityStoreId = request.IdentityStoreId, UserId = user.Id };
    }
}
