using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Shows a membership.</summary>
internal sealed class DescribeGroupMembership : IRead<DescribeGroupMembershipRequest, DescribeGroupMembershipResponse>
{
    public static Arn Target(DescribeGroupMembershipRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(DescribeGroupMembershipRequest request, Call call, Requirements needs) => needs.OnMembership("DescribeGroupMembership", call, request.MembershipId);

    public static DescribeGroupMembershipResponse Handle(DescribeGroupMembershipRequest request, Call call) =>
        call.Account.RequireMembership(request.IdentityStoreId, request.MembershipId).Describe(request.IdentityStoreId);
}
