using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Sets the policy beyond which the roles of a permission set can do nothing: one of AWS's, or one that each account has itself.</summary>
internal sealed class PutPermissionsBoundaryToPermissionSet : IWrite<PutPermissionsBoundaryToPermissionSetRequest, PutPermissionsBoundaryToPermissionSetResponse>
{
    public static Arn Target(PutPermissionsBoundaryToPermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(PutPermissionsBoundaryToPermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static PutPermissionsBoundaryToPermissionSetResponse Handle(PutPermissionsBoundaryToPermissionSetRequest request, Draft draft)
    {
        var set = draft.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        var boundary = request.PermissionsBoundary;
        if (boundary.ManagedPolicyArn is null == boundary.CustomerManagedPolicyReference is null)
        {
            throw new ValidationException("Exactly one of CustomerManagedPolicyReference and ManagedPolicyArn must be given.");
        }

        if (boundary.ManagedPolicyArn is { } arn)
        {
            SetPolicies.RequireManaged(arn, draft.Call);
        }

        draft.PutChanged(set with { BoundaryPolicy = boundary.ManagedPolicyArn, BoundaryReference = boundary.CustomerManagedPolicyReference?.Read() });
        return new();
    }
}
