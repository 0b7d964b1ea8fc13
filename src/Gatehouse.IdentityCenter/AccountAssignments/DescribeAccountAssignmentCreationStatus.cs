using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.IdentityCenter.Provisioning;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.AccountAssignments;

/// <summary>Shows how far a request has come by which a permission set is given to somebody in an account.</summary>
internal sealed class DescribeAccountAssignmentCreationStatus : IRead<DescribeAccountAssignmentCreationStatusRequest, DescribeAccountAssignmentCreationStatusResponse>
{
    public static Arn Target(DescribeAccountAssignmentCreationStatusRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DescribeAccountAssignmentCreationStatusRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static DescribeAccountAssignmentCreationStatusResponse Handle(DescribeAccountAssignmentCreationStatusRequest request, Call call) => new()
    {
        AccountAssignmentCreationStatus = Requests.Require(call.Account, request.InstanceArn, request.AccountAssignmentCreationRequestId, ProvisioningKind.AssignmentCreation).DescribeAssignment(),
    };
}
