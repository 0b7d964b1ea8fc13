using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Finds the id of a group by its name, or the id that another directory has.</summary>
internal sealed class GetGroupId : IRead<GetGroupIdRequest, GetGroupIdResponse>
{
    public static Arn Target(GetGroupIdRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(GetGroupIdRequest request, Call call, Requirements needs) => needs.On("GetGroupId", call, StoreTargets.Group(Identifiers.FindGroup(call.Account, request.AlternateIdentifier)?.Id));

    public static GetGroupIdResponse Handle(GetGroupIdRequest request, Call call)
    {
        call.Account.RequireStore(request.IdentityStoreId);
        Identifiers.Require(request.AlternateIdentifier, "displayName");
        var group = Identifiers.FindGroup(call.Account, request.AlternateIdentifier) ?? throw StoreRefusals.NoGroup();
        return new() { IdentityStoreId = request.IdentityStoreId, GroupId = group.Id };
    }
}
