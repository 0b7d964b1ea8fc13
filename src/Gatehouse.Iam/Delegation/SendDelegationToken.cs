using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Iam.Delegation;

/// <summary>Gives the token of a granted delegation request to the account that asked, after which nobody can take it back.</summary>
/// <remarks>
/// AWS puts the token on the topic that the request names. There is no topic service here and we call no address that a request names:
/// the account that owns the topic fetches the token, which is sealed when it is fetched, so that none lies on a disk.
/// </remarks>
internal sealed class SendDelegationToken : IWrite<SendDelegationTokenRequest, SendDelegationTokenResponse>
{
    public static Arn Target(SendDelegationTokenRequest request, Call call) => DelegationSubject.Target(request.DelegationRequestId, call);

    public static void Require(SendDelegationTokenRequest request, Call call, Requirements needs) => DelegationSubject.Require(request.DelegationRequestId, call, needs);

    public static SendDelegationTokenResponse Handle(SendDelegationTokenRequest request, Draft draft)
    {
        var caller = draft.Call.Caller;
        var delegation = DelegationSubject.RequireState(draft, request.DelegationRequestId, DelegationState.Accepted);
        if (delegation.OnlySendByOwner && delegation.Owner != caller.Arn.Text)
        {
            throw new CommonException(
                CommonError.AccessDenied,
                $"User: {caller.Arn} is not authorized to perform: iam:SendDelegationToken on resource: {DelegationSubject.Target(request.DelegationRequestId, draft.Call)}");
        }

        draft.Put(delegation with { State = DelegationState.Finalized, Updated = draft.Now });
        return new();
    }
}
