using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Delegation;

/// <summary>Refuses a delegation request, which can be done until the token is sent.</summary>
internal sealed class RejectDelegationRequest : IWrite<RejectDelegationRequestRequest, RejectDelegationRequestResponse>
{
    public static Arn Target(RejectDelegationRequestRequest request, Call call) => DelegationSubject.Target(request.DelegationRequestId, call);

    public static void Require(RejectDelegationRequestRequest request, Call call, Requirements needs) => DelegationSubject.Require(request.DelegationRequestId, call, needs);

    public static RejectDelegationRequestResponse Handle(RejectDelegationRequestRequest request, Draft draft)
    {
        var delegation = DelegationSubject.RequireState(
            draft, request.DelegationRequestId, DelegationState.Assigned, DelegationState.PendingApproval, DelegationState.Accepted);
        draft.Put(delegation with { State = DelegationState.Rejected, RejectionReason = request.Notes, Updated = draft.Now });
        return new();
    }
}
