using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Removes a permission set that is a role in no account.</summary>
internal sealed class DeletePermissionSet : IWrite<DeletePermissionSetRequest, DeletePermissionSetResponse>
{
    public static Arn Target(DeletePermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DeletePermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static DeletePermissionSetResponse Handle(DeletePermissionSetRequest request, Draft draft)
    {
        var set = draft.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        if (!set.Provisioned.IsEmpty || draft.Account.Provisionings.Any(open => open.Completed is null && open.PermissionSetId == set.Id))
        {
            throw new ConflictException("Could not delete because PermissionSet has ApplicationProfile associated with it");
        }

        draft.Remove(set);
        return new();
    }
}
