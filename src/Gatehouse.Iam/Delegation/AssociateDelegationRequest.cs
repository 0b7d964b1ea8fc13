using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Delegation;

/// <summary>Takes up a delegation request, which lives in the caller's account from then on.</summary>
/// <remarks>Waits for the account that made it.</remarks>
internal sealed class AssociateDelegationRequest : IReach<AssociateDelegationRequestRequest, AssociateDelegationRequestResponse>
{
    public static bool Changes => true;

    public static Arn Target(AssociateDelegationRequestRequest request, Call call) => DelegationSubject.Target(request.DelegationRequestId, call);

    public static void Require(AssociateDelegationRequestRequest request, Call call, Requirements needs) => DelegationSubject.Require(request.DelegationRequestId, call, needs);

    public static async ValueTask<AssociateDelegationRequestResponse> HandleAsync(AssociateDelegationRequestRequest request, Reach reach, CancellationToken cancel)
    {
        var (call, id) = (reach.Call, request.DelegationRequestId);
        var delegation = await DelegationSubject.RequireAsync(reach, id, cancel);
        RequireFree(delegation, call);
        if (delegation.Requestor != call.Account.Id)
        {
            // First where it was made, which decides who gets it. The account that has it may come again, if this process dies in between.
            await reach.ChangeInAsync(
                delegation.Requestor,
                draft =>
                {
                    var made = draft.Account.Delegations.Find(id) ?? throw DelegationSubject.Missing(id);
                    made = made.OwnerAccount is null || made.OwnerAccount == call.Account.Id ? made : throw DelegationSubject.Missing(id);
                    draft.Put(made with { OwnerAccount = call.Account.Id });
                    return true;
                },
                cancel);
        }

        return await reach.CommitAsync(
            draft =>
            {
                RequireFree(draft.Account.Delegations.Find(id) ?? delegation, draft.Call);
                DelegationSubject.Forget(draft);
                draft.Put(delegation with
                {
                    OwnerAccount = draft.Account.Id,
                    Owner = draft.Call.Caller.Arn.Text,
                    State = DelegationState.Assigned,
                    Updated = draft.Now,
                });
                return new AssociateDelegationRequestResponse();
            },
            cancel);
    }

    private static void RequireFree(DelegationRequest delegation, Call call)
    {
        if (delegation.Owner is not null || delegation.StateAt(call.Now) != DelegationState.Unassigned)
        {
            throw new InvalidInputException(DelegationSubject.WrongState(delegation, call.Now));
        }
    }
}
