using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Lists the managed policies of AWS's that a permission set gives.</summary>
internal sealed class ListManagedPoliciesInPermissionSet : IRead<ListManagedPoliciesInPermissionSetRequest, ListManagedPoliciesInPermissionSetResponse>
{
    public static Arn Target(ListManagedPoliciesInPermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(ListManagedPoliciesInPermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static ListManagedPoliciesInPermissionSetResponse Handle(ListManagedPoliciesInPermissionSetRequest request, Call call)
    {
        var set = call.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        var page = Pages.Of(set.ManagedPolicies, static arn => arn, request.NextToken, request.MaxResults);
        return new()
        {
            AttachedManagedPolicies = page.Items.Select(arn => new Contracts.SsoAdmin.Shapes.AttachedManagedPolicy { Name = arn[(arn.LastIndexOf('/') + 1)..], Arn = arn }).ToList(),
            NextToken = page.Marker,
        };
    }
}
