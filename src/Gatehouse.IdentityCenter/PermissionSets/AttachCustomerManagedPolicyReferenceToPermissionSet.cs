using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Gives a permission set a policy that each account must have itself, under this name.</summary>
internal sealed class AttachCustomerManagedPolicyReferenceToPermissionSet : IWrite<AttachCustomerManagedPolicyReferenceToPermissionSetRequest, AttachCustomerManagedPolicyReferenceToPermissionSetResponse>
{
    public static Arn Target(AttachCustomerManagedPolicyReferenceToPermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(AttachCustomerManagedPolicyReferenceToPermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static AttachCustomerManagedPolicyReferenceToPermissionSetResponse Handle(AttachCustomerManagedPolicyReferenceToPermissionSetRequest request, Draft draft)
    {
        var set = draft.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        var policy = request.CustomerManagedPolicyReference.Read();
        if (set.CustomerPolicies.Contains(policy))
        {
            throw new ConflictException($"Permission set with id {set.Id} already has the customer managed policy {policy.Path}{policy.Name}");
        }

        SetPolicies.RequireRoom(set);
        draft.PutChanged(set with { CustomerPolicies = set.CustomerPolicies.Add(policy) });
        return new();
    }
}
