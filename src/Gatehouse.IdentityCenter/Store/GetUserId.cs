using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Finds the id of a person by a name, an e-mail address, or the id that another directory has.</summary>
internal sealed class GetUserId : IRead<GetUserIdRequest, GetUserIdResponse>
{
    public static Arn Target(GetUserIdRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(GetUserIdRequest request, Call call, Requirements needs) => needs.On("GetUserId", call, StoreTargets.User(Identifiers.FindUser(call.Account, request.AlternateIdentifier)?.Id));

    public static GetUserIdResponse Handle(GetUserIdRequest request, Call call)
    {
        call.Account.RequireStore(request.IdentityStoreId);
        Identifiers.Require(request.AlternateIdentifier, "userName", "emails.value");
        var user = Identifiers.FindUser(call.Account, request.AlternateIdentifier) ?? throw StoreRefusals.NoUser();
        return new() { IdentityStoreId = request.IdentityStoreId, UserId = user.Id };
    }
}
