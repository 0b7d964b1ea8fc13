using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Lists the people of an identity store, in the order of their names.</summary>
internal sealed class ListUsers : IRead<ListUsersRequest, ListUsersResponse>
{
    public static Arn Target(ListUsersRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(ListUsersRequest request, Call call, Requirements needs) => needs.On("ListUsers", call, StoreTargets.AllUsers);

    public static ListUsersResponse Handle(ListUsersRequest request, Call call)
    {
        call.Account.RequireStore(request.IdentityStoreId);
        var name = Identifiers.Filter(request.Filters, "UserName");
        var page = name is null
            ? Paging.Of(call.Account.IdentityUsers, request.NextToken, request.MaxResults, refuse: StoreRefusals.BadToken)
            : new(call.Account.IdentityUsers.Find(name) is { } named ? [named] : [], null);
        return new() { Users = page.Items.Select(user => user.DescribeListed(request.IdentityStoreId, request.Extensions)).ToList(), NextToken = page.Marker };
    }
}
