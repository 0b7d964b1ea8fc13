using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Lists who is in a group.</summary>
internal sealed class ListGroupMemberships : IRead<ListGroupMembershipsRequest, ListGroupMembershipsResponse>
{
    public static Arn Target(ListGroupMembershipsRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(ListGroupMembershipsRequest request, Call call, Requirements needs) => needs.On("ListGroupMemberships", call, StoreTargets.AllMemberships, StoreTargets.Group(request.GroupId));

    public static ListGroupMembershipsResponse Handle(ListGroupMembershipsRequest request, Call call)
    {
        var group = call.Account.RequireIdentityGroup(request.IdentityStoreId, request.GroupId);
        var page = Paging.Of(call.Account.MembershipsOf(group), one => one.Key, request.NextToken, request.MaxResults, refuse: StoreRefusals.BadToken);
        return new() { GroupMemberships = page.Items.Select(one => one.DescribeListed(request.IdentityStoreId)).ToList(), NextToken = page.Marker };
    }
}
