using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Delegation;

/// <summary>Grants a delegation request: the rights of who grants it are delegated, as far as it asks for them, once the token is sent.</summary>
internal sealed class AcceptDelegationRequest : IWrite<AcceptDelegationRequestRequest, AcceptDelegationRequestResponse>
{
    public static Arn Target(AcceptDelegationRequestRequest request, Call call) => DelegationSubject.Target(request.DelegationRequestId, call);

    public static void Require(AcceptDelegationRequestRequest request, Call call, Requirements needs) => DelegationSubject.Require(request.DelegationRequestId, call, needs);

    public static AcceptDelegationRequestResponse Handle(AcceptDelegationRequestRequest request, Draft draft)
    {
        var caller = draft.Call.Caller;
        if (caller.Role is null && (caller.User is null || caller.Kind != CallerKind.User))
        {
            throw new Wire.CommonException(Wire.CommonError.AccessDenied, "A delegation request can be accepted by a user or a role only.");
        }

        // The model gives this operation no error for a request in another state.
        var delegation = DelegationSubject.RequireOwned(draft, request.DelegationRequestId);
        if (delegation.StateAt(draft.Now) is not (DelegationState.Assigned or DelegationState.PendingApproval))
        {
            throw new ConcurrentModificationException(DelegationSubject.WrongState(delegation, draft.Now));
        }

        draft.Put(delegation with
        {
            State = DelegationState.Accepted,
            Approver = caller.Arn.Text,
            ApproverId = caller.Role?.Id ?? caller.User!.Id,
            Updated = draft.Now,
        });
        return new();
    }
}
