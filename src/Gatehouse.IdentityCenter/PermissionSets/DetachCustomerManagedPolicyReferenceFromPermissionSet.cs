using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Takes a policy of the accounts themselves from a permission set.</summary>
internal sealed class DetachCustomerManagedPolicyReferenceFromPermissionSet : IWrite<DetachCustomerManagedPolicyReferenceFromPermissionSetRequest, DetachCustomerManagedPolicyReferenceFromPermissionSetResponse>
{
    public static Arn Target(DetachCustomerManagedPolicyReferenceFromPermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DetachCustomerManagedPolicyReferenceFromPermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static DetachCustomerManagedPolicyReferenceFromPermissionSetResponse Handle(DetachCustomerManagedPolicyReferenceFromPermissionSetRequest request, Draft draft)
    {
        var set = draft.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        var policy = request.CustomerManagedPolicyReference.Read();
        var rest = set.CustomerPolicies.Remove(policy);
        if (rest.Length == set.CustomerPolicies.Length)
        {
            throw new ResourceNotFoundException($"The policy {policy.Path}{policy.Name} is not attached to the permission set.");
        }

        draft.PutChanged(set with { CustomerPolicies = rest });
        return new();
    }
}
