using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Delegation;

/// <summary>Hands a delegation request on to somebody who may grant it.</summary>
internal sealed class UpdateDelegationRequest : IWrite<UpdateDelegationRequestRequest, UpdateDelegationRequestResponse>
{
    public static Arn Target(UpdateDelegationRequestRequest request, Call call) => DelegationSubject.Target(request.DelegationRequestId, call);

    public static void Require(UpdateDelegationRequestRequest request, Call call, Requirements needs) => DelegationSubject.Require(request.DelegationRequestId, call, needs, granted: "iam:UpdateDelegationRequest");

    public static UpdateDelegationRequestResponse Handle(UpdateDelegationRequestRequest request, Draft draft)
    {
        var delegation = DelegationSubject.RequireState(draft, request.DelegationRequestId, DelegationState.Assigned, DelegationState.PendingApproval);
        draft.Put(delegation with { State = DelegationState.PendingApproval, Notes = request.Notes ?? delegation.Notes, Updated = draft.Now });
        return new();
    }
}
