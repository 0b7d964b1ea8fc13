using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Takes its own policy from a permission set; one that has none stays as it is.</summary>
internal sealed class DeleteInlinePolicyFromPermissionSet : IWrite<DeleteInlinePolicyFromPermissionSetRequest, DeleteInlinePolicyFromPermissionSetResponse>
{
    public static Arn Target(DeleteInlinePolicyFromPermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DeleteInlinePolicyFromPermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static DeleteInlinePolicyFromPermissionSetResponse Handle(DeleteInlinePolicyFromPermissionSetRequest request, Draft draft)
    {
        var set = draft.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        if (set.InlinePolicy is not null)
        {
            draft.PutChanged(set with { InlinePolicy = null });
        }

        return new();
    }
}
