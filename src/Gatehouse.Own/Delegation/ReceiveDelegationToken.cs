using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;

namespace Gatehouse.Own.Delegation;

/// <summary>Gives the account that made a delegation request the token that SendDelegationToken released: what AWS puts on the request's topic.</summary>
/// <remarks>Waits for the account that granted the request. The token is sealed here and now, as often as it is asked for: none lies on a disk.</remarks>
internal sealed class ReceiveDelegationToken : IReach<ReceiveDelegationTokenRequest, ReceiveDelegationTokenResponse>
{
    public static bool Changes => false;

    public static Arn Target(ReceiveDelegationTokenRequest request, Call call) => DelegationRequest.ArnOf(call.Account.Id, request.DelegationRequestId);

    public static async ValueTask<ReceiveDelegationTokenResponse> HandleAsync(ReceiveDelegationTokenRequest request, Reach reach, CancellationToken cancel)
    {
        var (call, id) = (reach.Call, request.DelegationRequestId);
        var made = call.Account.Delegations.Find(id) is { } own && own.Requestor == call.Account.Id
            ? own
            : throw new ResourceNotFoundException($"The delegation request with id {id} cannot be found.");
        var granted = made.Owner is not null || made.OwnerAccount is null
            ? made
            : (await reach.FindAccountAsync(made.OwnerAccount, cancel))?.Delegations.Find(id);
        if (granted is not { State: DelegationState.Finalized, OwnerAccount: not null, ApproverId: not null })
        {
            throw new InvalidInputException($"The token of delegation request {id} has not been sent.");
        }

        // AWS: the time of the session begins when the token is sent.
        var expires = granted.Updated.AddSeconds(granted.SessionSeconds);
        if (expires <= call.Now)
        {
            throw new InvalidInputException($"The token of delegation request {id} has expired.");
        }

        var token = new TradeInToken
        {
            Account = granted.OwnerAccount,
            PrincipalId = granted.ApproverId,
            Requestor = granted.Requestor,
            SessionName = $"delegation-{granted.Requestor}",
            Policy = granted.Policy,
            Seconds = granted.SessionSeconds,
            Expires = expires,
        };
        return new()
        {
            DelegationRequestId = id,
            RequestorWorkflowId = granted.Workflow,
            NotificationChannel = granted.Channel,
            TradeInToken = token.Seal(call.Installation.Sessions.Messages),
            Expiration = expires,
        };
    }
}
