using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Shows the policy of its own that a permission set has; an empty text when it has none.</summary>
internal sealed class GetInlinePolicyForPermissionSet : IRead<GetInlinePolicyForPermissionSetRequest, GetInlinePolicyForPermissionSetResponse>
{
    public static Arn Target(GetInlinePolicyForPermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(GetInlinePolicyForPermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static GetInlinePolicyForPermissionSetResponse Handle(GetInlinePolicyForPermissionSetRequest request, Call call) => new()
    {
        // AWS: not the absence of a member.
        InlinePolicy = call.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn).InlinePolicy ?? "",
    };
}
