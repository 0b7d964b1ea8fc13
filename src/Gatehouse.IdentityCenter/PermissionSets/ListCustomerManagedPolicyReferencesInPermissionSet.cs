using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Lists the policies of the accounts themselves that a permission set gives.</summary>
internal sealed class ListCustomerManagedPolicyReferencesInPermissionSet : IRead<ListCustomerManagedPolicyReferencesInPermissionSetRequest, ListCustomerManagedPolicyReferencesInPermissionSetResponse>
{
    public static Arn Target(ListCustomerManagedPolicyReferencesInPermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(ListCustomerManagedPolicyReferencesInPermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static ListCustomerManagedPolicyReferencesInPermissionSetResponse Handle(ListCustomerManagedPolicyReferencesInPermissionSetRequest request, Call call)
    {
        var set = call.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        var page = Pages.Of(set.CustomerPolicies, static policy => policy.Path + policy.Name, request.NextToken, request.MaxResults);
        return new() { CustomerManagedPolicyReferences = page.Items.Select(policy => policy.Describe()).ToList(), NextToken = page.Marker };
    }
}
