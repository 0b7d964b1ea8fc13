using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Shows a group.</summary>
internal sealed class DescribeGroup : IRead<DescribeGroupRequest, DescribeGroupResponse>
{
    public static Arn Target(DescribeGroupRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(DescribeGroupRequest request, Call call, Requirements needs)
    {
        needs.On("DescribeGroup", call, StoreTargets.Group(request.GroupId));
        needs.GroupIssuers(call, request.GroupId);
    }

    public static DescribeGroupResponse Handle(DescribeGroupRequest request, Call call) =>
        call.Account.RequireIdentityGroup(request.IdentityStoreId, request.GroupId).Describe(request.IdentityStoreId);
}
