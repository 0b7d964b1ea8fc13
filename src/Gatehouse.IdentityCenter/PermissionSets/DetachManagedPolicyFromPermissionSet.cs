using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Takes one of AWS's managed policies from a permission set.</summary>
internal sealed class DetachManagedPolicyFromPermissionSet : IWrite<DetachManagedPolicyFromPermissionSetRequest, DetachManagedPolicyFromPermissionSetResponse>
{
    public static Arn Target(DetachManagedPolicyFromPermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DetachManagedPolicyFromPermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static DetachManagedPolicyFromPermissionSetResponse Handle(DetachManagedPolicyFromPermissionSetRequest request, Draft draft)
    {
        var set = draft.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        var rest = set.ManagedPolicies.Remove(request.ManagedPolicyArn, StringComparer.Ordinal);
        if (rest.Length == set.ManagedPolicies.Length)
        {
            throw new ResourceNotFoundException($"The policy {Echo.Of(request.ManagedPolicyArn)} is not attached to the permission set.");
        }

        draft.PutChanged(set with { ManagedPolicies = rest });
        return new();
    }
}
