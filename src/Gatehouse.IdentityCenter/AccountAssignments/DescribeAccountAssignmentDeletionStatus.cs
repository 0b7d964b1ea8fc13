using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.IdentityCenter.Provisioning;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.AccountAssignments;

/// <summary>Shows how far a request has come by which a permission set is taken from somebody in an account.</summary>
internal sealed class DescribeAccountAssignmentDeletionStatus : IRead<DescribeAccountAssignmentDeletionStatusRequest, DescribeAccountAssignmentDeletionStatusResponse>
{
    public static Arn Target(DescribeAccountAssignmentDeletionStatusRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DescribeAccountAssignmentDeletionStatusRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static DescribeAccountAssignmentDeletionStatusResponse Handle(DescribeAccountAssignmentDeletionStatusRequest request, Call call) => new()
    {
        AccountAssignmentDeletionStatus = Requests.Require(call.Account, request.InstanceArn, request.AccountAssignmentDeletionRequestId, ProvisioningKind.AssignmentDeletion).DescribeAssignment(),
    };
}
