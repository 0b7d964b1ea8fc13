using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.IdentityCenter.Provisioning;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.AccountAssignments;

/// <summary>Lists the requests by which permission sets are given to somebody in accounts, those of a status if asked so.</summary>
internal sealed class ListAccountAssignmentCreationStatus : IRead<ListAccountAssignmentCreationStatusRequest, ListAccountAssignmentCreationStatusResponse>
{
    public static Arn Target(ListAccountAssignmentCreationStatusRequest request, Call call) => new(request.InstanceArn);

    public static void Require(ListAccountAssignmentCreationStatusRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static ListAccountAssignmentCreationStatusResponse Handle(ListAccountAssignmentCreationStatusRequest request, Call call)
    {
        var page = Requests.List(call.Account, request.InstanceArn, ProvisioningKind.AssignmentCreation, request.Filter?.Status, request.NextToken, request.MaxResults);
        return new()
        {
            AccountAssignmentsCreationStatus = page.Items.Select(one => new Contracts.SsoAdmin.Shapes.AccountAssignmentOperationStatusMetadata
            {
                Status = one.Status(),
                RequestId = one.Id,
                CreatedDate = one.Requested,
            }).ToList(),
            NextToken = page.Marker,
        };
    }
}
