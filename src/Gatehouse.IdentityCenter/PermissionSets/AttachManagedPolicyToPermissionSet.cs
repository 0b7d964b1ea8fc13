using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Gives a permission set one of AWS's managed policies.</summary>
internal sealed class AttachManagedPolicyToPermissionSet : IWrite<AttachManagedPolicyToPermissionSetRequest, AttachManagedPolicyToPermissionSetResponse>
{
    public static Arn Target(AttachManagedPolicyToPermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(AttachManagedPolicyToPermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static AttachManagedPolicyToPermissionSetResponse Handle(AttachManagedPolicyToPermissionSetRequest request, Draft draft)
    {
        var set = draft.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        SetPolicies.RequireManaged(request.ManagedPolicyArn, draft.Call);
        if (set.ManagedPolicies.Contains(request.ManagedPolicyArn, StringComparer.Ordinal))
        {
            // AWS: letter for letter.
            throw new ConflictException($"Permission set with id {set.Id} already has a typed link attachment to a manged policy with {request.ManagedPolicyArn}");
        }

        SetPolicies.RequireRoom(set);
        draft.PutChanged(set with { ManagedPolicies = set.ManagedPolicies.Add(request.ManagedPolicyArn) });
        return new();
    }
}
