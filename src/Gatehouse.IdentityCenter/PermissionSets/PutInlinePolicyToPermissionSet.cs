using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Gives a permission set a policy of its own, in place of the one it had.</summary>
internal sealed class PutInlinePolicyToPermissionSet : IWrite<PutInlinePolicyToPermissionSetRequest, PutInlinePolicyToPermissionSetResponse>
{
    public static Arn Target(PutInlinePolicyToPermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(PutInlinePolicyToPermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static PutInlinePolicyToPermissionSetResponse Handle(PutInlinePolicyToPermissionSetRequest request, Draft draft)
    {
        var set = draft.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        SetPolicies.RequireDocument(request.InlinePolicy);
        draft.PutChanged(set with { InlinePolicy = request.InlinePolicy });
        return new();
    }
}
