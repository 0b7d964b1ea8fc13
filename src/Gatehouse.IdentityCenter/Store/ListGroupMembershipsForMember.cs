using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Lists the groups that a person is in.</summary>
internal sealed class ListGroupMembershipsForMember : IRead<ListGroupMembershipsForMemberRequest, ListGroupMembershipsForMemberResponse>
{
    public static Arn Target(ListGroupMembershipsForMemberRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(ListGroupMembershipsForMemberRequest request, Call call, Requirements needs) => needs.On("ListGroupMembershipsForMember", call, StoreTargets.AllMemberships, StoreTargets.User(request.MemberId));

    public static ListGroupMembershipsForMemberResponse Handle(ListGroupMembershipsForMemberRequest request, Call call)
    {
        var user = call.Account.RequireMember(request.IdentityStoreId, request.MemberId);
        var page = Paging.Of(call.Account.IdentityMemberships.OwnedBy(user.Id), one => one.Key, request.NextToken, request.MaxResults, refuse: StoreRefusals.BadToken);
        return new() { GroupMemberships = page.Items.Select(one => one.DescribeListed(request.IdentityStoreId)).ToList(), NextToken = page.Marker };
    }
}
