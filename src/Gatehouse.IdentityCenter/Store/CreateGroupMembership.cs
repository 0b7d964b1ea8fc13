using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Puts a person into a group.</summary>
internal sealed class CreateGroupMembership : IWrite<CreateGroupMembershipRequest, CreateGroupMembershipResponse>
{
    public static Arn Target(CreateGroupMembershipRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(CreateGroupMembershipRequest request, Call call, Requirements needs) => needs.On("CreateGroupMembership", call, StoreTargets.Group(request.GroupId), StoreTargets.User(request.MemberId));

    public static CreateGroupMembershipResponse Handle(CreateGroupMembershipRequest request, Draft draft)
    {
        var group = draft.Account.RequireIdentityGroup(request.IdentityStoreId, request.GroupId);
        var user = draft.Account.RequireMember(request.IdentityStoreId, request.MemberId);
        if (draft.Account.IdentityMemberships.Contains(IdentityMembership.KeyOf(group.Id, user.Id)))
        {
            throw StoreRefusals.Taken("Member and Group relationship already exists.");
        }

        StoreQuotas.Require("groups of a user", StoreQuotas.GroupsPerUser, draft.Account.IdentityMemberships.OwnedBy(user.Id).Length);
        var membership = new IdentityMembership
        {
            Id = draft.Call.Installation.Ids.NewUuid(),
            GroupId = group.Id,
            UserId = user.Id,
            Created = draft.Now,
            CreatedBy = draft.Call.Caller.Arn.Text,
        };
        draft.Put(membership);
        return new() { IdentityStoreId = request.IdentityStoreId, MembershipId = membership.Id };
    }
}
