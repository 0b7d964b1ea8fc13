using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Shows a permission set.</summary>
internal sealed class DescribePermissionSet : IRead<DescribePermissionSetRequest, DescribePermissionSetResponse>
{
    public static Arn Target(DescribePermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DescribePermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static DescribePermissionSetResponse Handle(DescribePermissionSetRequest request, Call call) => new()
    {
        PermissionSet = call.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn).Describe(call.Account.IdentityCenter!),
    };
}
