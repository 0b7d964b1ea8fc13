using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Finds the id of a membership by its group and its member.</summary>
internal sealed class GetGroupMembershipId : IRead<GetGroupMembershipIdRequest, GetGroupMembershipIdResponse>
{
    public static Arn Target(GetGroupMembershipIdRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(GetGroupMembershipIdRequest request, Call call, Requirements needs) => needs.On(
        "GetGroupMembershipId",
        call,
        StoreTargets.Group(request.GroupId),
        StoreTargets.Membership(Find(request, call)?.Id),
        StoreTargets.User(request.MemberId));

    public static GetGroupMembershipIdResponse Handle(GetGroupMembershipIdRequest request, Call call)
    {
        call.Account.RequireIdentityGroup(request.IdentityStoreId, request.GroupId);
        call.Account.RequireMember(request.IdentityStoreId, request.MemberId);
        var membership = Find(request, call) ?? throw StoreRefusals.NoMembership();
        return new() { IdentityStoreId = request.IdentityStoreId, MembershipId = membership.Id };
    }

    private static IdentityMembership? Find(GetGroupMembershipIdRequest request, Call call) =>
        call.Account.IdentityMemberships.Find(IdentityMembership.KeyOf(request.GroupId, request.MemberId.UserId!));
}
