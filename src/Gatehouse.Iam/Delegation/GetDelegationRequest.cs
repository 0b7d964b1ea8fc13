using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Delegation;

/// <summary>Shows a delegation request: to anyone while nobody has taken it up and nobody was named, then to the account that has it.</summary>
/// <remarks>Waits for the account that made it, while it lives there.</remarks>
internal sealed class GetDelegationRequest : IReach<GetDelegationRequestRequest, GetDelegationRequestResponse>
{
    public static bool Changes => false;

    public static Arn Target(GetDelegationRequestRequest request, Call call) => DelegationSubject.Target(request.DelegationRequestId, call);

    public static void Require(GetDelegationRequestRequest request, Call call, Requirements needs) => DelegationSubject.Require(request.DelegationRequestId, call, needs, granted: "iam:GetDelegationRequest");

    public static async ValueTask<GetDelegationRequestResponse> HandleAsync(GetDelegationRequestRequest request, Reach reach, CancellationToken cancel)
    {
        var delegation = await DelegationSubject.RequireAsync(reach, request.DelegationRequestId, cancel);
        var check = request.DelegationPermissionCheck is true;
        return new()
        {
            DelegationRequest = delegation.Describe(reach.Call.Now),
            PermissionCheckStatus = check ? Contracts.Iam.Shapes.PermissionCheckStatusType.COMPLETE : null,
            PermissionCheckResult = check ? DelegationCheck.Of(delegation, reach.Call) : null,
        };
    }
}
