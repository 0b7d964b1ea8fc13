using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Shows a person. Extensions are shown when the request names them.</summary>
internal sealed class DescribeUser : IRead<DescribeUserRequest, DescribeUserResponse>
{
    public static Arn Target(DescribeUserRequest request, Call call) => StoreTargets.Store(request.IdentityStoreId, call);

    public static void Require(DescribeUserRequest request, Call call, Requirements needs)
    {
        needs.On("DescribeUser", call, StoreTargets.User(request.UserId));
        needs.UserIssuers(call, request.UserId);
    }

    public static DescribeUserResponse Handle(DescribeUserRequest request, Call call) =>
        call.Account.RequireIdentityUser(request.IdentityStoreId, request.UserId).Describe(request.IdentityStoreId, request.Extensions);
}
