using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Shows the boundary of a permission set.</summary>
internal sealed class GetPermissionsBoundaryForPermissionSet : IRead<GetPermissionsBoundaryForPermissionSetRequest, GetPermissionsBoundaryForPermissionSetResponse>
{
    public static Arn Target(GetPermissionsBoundaryForPermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(GetPermissionsBoundaryForPermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static GetPermissionsBoundaryForPermissionSetResponse Handle(GetPermissionsBoundaryForPermissionSetRequest request, Call call)
    {
        var set = call.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        return set is { BoundaryPolicy: null, BoundaryReference: null }
            ? throw new ResourceNotFoundException("The permission set has no permissions boundary.")
            : new() { PermissionsBoundary = new() { ManagedPolicyArn = set.BoundaryPolicy, CustomerManagedPolicyReference = set.BoundaryReference?.Describe() } };
    }
}
