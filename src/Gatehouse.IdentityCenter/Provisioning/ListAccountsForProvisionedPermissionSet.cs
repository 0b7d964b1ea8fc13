using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Provisioning;

/// <summary>Lists the accounts in which a permission set is a role, those whose role is as it is now, or is not, if asked so.</summary>
internal sealed class ListAccountsForProvisionedPermissionSet : IRead<ListAccountsForProvisionedPermissionSetRequest, ListAccountsForProvisionedPermissionSetResponse>
{
    public static Arn Target(ListAccountsForProvisionedPermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(ListAccountsForProvisionedPermissionSetRequest request, Call call, Requirements needs) => 
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static ListAccountsForProvisionedPermissionSetResponse Handle(ListAccountsForProvisionedPermissionSetRequest request, Call call)
    {
        var set = call.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        var page = Pages.Of(set.Provisioned.Where(account => set.IsProvisioned(account, request.ProvisioningStatus)), static account => account, request.NextToken, request.MaxResults);
        return new() { AccountIds = page.Items, NextToken = page.Marker };
    }
}
