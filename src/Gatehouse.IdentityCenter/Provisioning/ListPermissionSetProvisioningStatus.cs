using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Provisioning;

/// <summary>Lists the requests by which the roles of permission sets are made as these are now, those of a status if asked so.</summary>
internal sealed class ListPermissionSetProvisioningStatus : IRead<ListPermissionSetProvisioningStatusRequest, ListPermissionSetProvisioningStatusResponse>
{
    public static Arn Target(ListPermissionSetProvisioningStatusRequest request, Call call) => new(request.InstanceArn);

    public static void Require(ListPermissionSetProvisioningStatusRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static ListPermissionSetProvisioningStatusResponse Handle(ListPermissionSetProvisioningStatusRequest request, Call call)
    {
        var page = Requests.List(call.Account, request.InstanceArn, ProvisioningKind.Provisioning, request.Filter?.Status, request.NextToken, request.MaxResults);
        return new()
        {
            PermissionSetsProvisioningStatus = page.Items.Select(one => new Contracts.SsoAdmin.Shapes.PermissionSetProvisioningStatusMetadata
            {
                Status = one.Status(),
                RequestId = one.Id,
                CreatedDate = one.Requested,
            }).ToList(),
            NextToken = page.Marker,
        };
    }
}
