using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Tells of several groups whether a person is in them.</summary>
internal sealed class IsMemberInGroups : IRead<IsMemberInGroupsRequest, IsMemberInGroupsResponse>
{
    public static Arn Target(IsMemberInGroupsRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(IsMemberInGroupsRequest request, Call call, Requirements needs) => needs.On(
        "IsMemberInGroups",
        call,
        [StoreTargets.AllMemberships, .. request.GroupIds.Distinct(StringComparer.Ordinal).Select(StoreTargets.Group), StoreTargets.User(request.MemberId)]);

    public static IsMemberInGroupsResponse Handle(IsMemberInGroupsRequest request, Call call)
    {
        var user = call.Account.RequireMember(request.IdentityStoreId, request.MemberId);
        var groups = request.GroupIds.Select(id => call.Account.RequireIdentityGroup(request.IdentityStoreId, id)).ToList();
        return new()
        {
            Results = groups.ConvertAll(group => new GroupMembershipExistenceResult
            {
                GroupId = group.Id,
                MemberId = request.MemberId,
                MembershipExists = call.Account.IdentityMemberships.Contains(IdentityMembership.KeyOf(group.Id, user.Id)),
            }),
        };
    }
}
