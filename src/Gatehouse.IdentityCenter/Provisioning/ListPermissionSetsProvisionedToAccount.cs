using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Provisioning;

/// <summary>Lists the permission sets that are roles in an account, those whose role is as they are now, or is not, if asked so.</summary>
internal sealed class ListPermissionSetsProvisionedToAccount : IRead<ListPermissionSetsProvisionedToAccountRequest, ListPermissionSetsProvisionedToAccountResponse>
{
    public static Arn Target(ListPermissionSetsProvisionedToAccountRequest request, Call call) => new(request.InstanceArn);

    public static void Require(ListPermissionSetsProvisionedToAccountRequest request, Call call, Requirements needs) => 
        InstanceSubject.Require(request.InstanceArn, null, request.AccountId, call, needs);

    public static ListPermissionSetsProvisionedToAccountResponse Handle(ListPermissionSetsProvisionedToAccountRequest request, Call call)
    {
        var instance = call.Account.RequireInstance(request.InstanceArn);
        var page = Pages.Of(call.Account.PermissionSets, request.NextToken, request.MaxResults, set => set.IsProvisioned(request.AccountId, request.ProvisioningStatus));
        return new() { PermissionSets = page.Items.Select(set => set.ArnIn(instance.Id).Text).ToList(), NextToken = page.Marker };
    }
}
