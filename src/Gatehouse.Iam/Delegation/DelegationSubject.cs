using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Delegation;

/// <summary>The delegation request that a call names.</summary>
internal static class DelegationSubject
{
    // How long one whose time ran out can still be looked at.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>An id that tells which account asks, so that the request is found from any other.</summary>
    internal static string NewId(IdSource ids, string account) => $"{ids.NewUuid()[..24]}{account}";

    /// <summary>The ARN of the request, as the caller's account calls it.</summary>
    internal static Arn Target(string id, Call call) => DelegationRequest.ArnOf(call.Account.Id, id);

    /// <summary>Adds who owns the request, and what AWS grants the owner without any policy.</summary>
    /// <param name="id">The request.</param>
    /// <param name="call">The call.</param>
    /// <param name="needs">What the call needs.</param>
    /// <param name="granted">The action that the owner may do unless a policy forbids it; null when there is none.</param>
    internal static void Require(string id, Call call, Requirements needs, string? granted = null)
    {
        if (call.Account.Delegations.Find(id)?.Owner is not { } owner)
        {
            return;
        }

        needs.Key("iam:DelegationRequestOwner", owner);
        if (granted is not null && owner == call.Caller.Arn.Text)
        {
            needs.Grant(
                $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{owner}}"},"Action":"{{granted}}","Resource":"{{Target(id, call)}}"}]}""");
        }
    }

    /// <summary>The request of an id, wherever it lives, if the caller's account may see it.</summary>
    /// <exception cref="NoSuchEntityException">There is none that it may see.</exception>
    internal static async ValueTask<DelegationRequest> RequireAsync(Reach reach, string id, CancellationToken cancel)
    {
        var account = reach.Call.Account;
        if (account.Delegations.Find(id) is { Owner: not null } owned)
        {
            return owned;
        }

        var made = id.Length == 36 && await reach.FindAccountAsync(id[24..], cancel) is { } requestor ? requestor.Delegations.Find(id) : null;
        return made is not null && (made.OwnerAccount is null || made.OwnerAccount == account.Id) ? made : throw Missing(id);
    }

    /// <summary>The request of an id that somebody in the account has taken up.</summary>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    internal static DelegationRequest RequireOwned(Draft draft, string id) =>
        draft.Account.Delegations.Find(id) is { Owner: not null } owned ? owned : throw Missing(id);

    /// <summary>The same, in one of some states.</summary>
    /// <exception cref="InvalidInputException">It is in another.</exception>
    internal static DelegationRequest RequireState(Draft draft, string id, params DelegationState[] states)
    {
        var delegation = RequireOwned(draft, id);
        return Array.IndexOf(states, delegation.StateAt(draft.Now)) >= 0 ? delegation : throw new InvalidInputException(WrongState(delegation, draft.Now));
    }

    /// <summary>Forgets the requests whose time ran out long ago.</summary>
    internal static void Forget(Draft draft)
    {
        foreach (var old in draft.Account.Delegations.Where(delegation => delegation.Expires + Kept < draft.Now).ToList())
        {
            draft.Remove(old);
        }
    }

    internal static NoSuchEntityException Missing(string id) => new($"The delegation request with id {id} cannot be found.");

    internal static string WrongState(DelegationRequest delegation, DateTimeOffset now) =>
        $"The delegation request {delegation.Id} is in state {DelegationShape.NameOf(delegation.StateAt(now))}.";
}
