using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Takes its boundary from a permission set.</summary>
internal sealed class DeletePermissionsBoundaryFromPermissionSet : IWrite<DeletePermissionsBoundaryFromPermissionSetRequest, DeletePermissionsBoundaryFromPermissionSetResponse>
{
    public static Arn Target(DeletePermissionsBoundaryFromPermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DeletePermissionsBoundaryFromPermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static DeletePermissionsBoundaryFromPermissionSetResponse Handle(DeletePermissionsBoundaryFromPermissionSetRequest request, Draft draft)
    {
        var set = draft.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        if (set is { BoundaryPolicy: null, BoundaryReference: null })
        {
            throw new ResourceNotFoundException("The permission set has no permissions boundary.");
        }

        draft.PutChanged(set with { BoundaryPolicy = null, BoundaryReference = null });
        return new();
    }
}
