using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Lists the groups of an identity store, in the order of their names.</summary>
internal sealed class ListGroups : IRead<ListGroupsRequest, ListGroupsResponse>
{
    public static Arn Target(ListGroupsRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(ListGroupsRequest request, Call call, Requirements needs) => needs.On("ListGroups", call, StoreTargets.AllGroups);

    public static ListGroupsResponse Handle(ListGroupsRequest request, Call call)
    {
        call.Account.RequireStore(request.IdentityStoreId);
        var name = Identifiers.Filter(request.Filters, "DisplayName");
        var page = name is null
            ? Paging.Of(call.Account.IdentityGroups, request.NextToken, request.MaxResults, refuse: StoreRefusals.BadToken)
            : new(call.Account.IdentityGroups.Find(name) is { } named ? [named] : [], null);
        return new() { Groups = page.Items.Select(group => group.DescribeListed(request.IdentityStoreId)).ToList(), NextToken = page.Marker };
    }
}
