using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Provisioning;

/// <summary>Shows how far a request has come by which the roles of a permission set are made as it is now.</summary>
internal sealed class DescribePermissionSetProvisioningStatus : IRead<DescribePermissionSetProvisioningStatusRequest, DescribePermissionSetProvisioningStatusResponse>
{
    public static Arn Target(DescribePermissionSetProvisioningStatusRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DescribePermissionSetProvisioningStatusRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static DescribePermissionSetProvisioningStatusResponse Handle(DescribePermissionSetProvisioningStatusRequest request, Call call) => new()
    {
        PermissionSetProvisioningStatus =
            Requests.Require(call.Account, request.InstanceArn, request.ProvisionPermissionSetRequestId, ProvisioningKind.Provisioning).DescribeProvisioning(),
    };
}
