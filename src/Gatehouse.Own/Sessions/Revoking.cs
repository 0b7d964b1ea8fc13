using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Gatehouse;

namespace Gatehouse.Own.Sessions;

/// <summary>What ending one session and ending many have in common.</summary>
internal static class Revoking
{
    /// <summary>How many revocations an account holds at once. Each falls away when the last session that it ends would have ended anyway.</summary>
    internal const int Most = 1_000;

    /// <summary>The sessions of the caller's account that are remembered.</summary>
    internal static LiveSessions Remembered(Call call) =>
        call.Installation.Accounts.Loaded(call.Account.Id)?.Activity.Sessions
        ?? throw new InvalidOperationException($"Account {call.Account.Id} calls, and is not in memory.");

    /// <summary>The ARN of a session that need not exist.</summary>
    internal static Arn ArnOf(string account, string sessionId) => new($"arn:aws:gatehouse::{account}:session/{sessionId}");

    /// <summary>Keeps a revocation, and forgets those that are of no use any more. What ended once stays ended.</summary>
    /// <exception cref="LimitExceededException">There are too many.</exception>
    internal static Revocation Keep(Draft draft, Revocation revocation)
    {
        foreach (var old in draft.Account.Revocations.Where(old => old.Expires <= draft.Now).ToList())
        {
            draft.Remove(old);
        }

        var before = draft.Account.Revocations.Find(revocation.Key);
        if (before is null && draft.Account.Revocations.Count(static held => !held.IsOfKey) >= Most)
        {
            throw new LimitExceededException($"Cannot exceed quota for RevocationsPerAccount: {Most}. End all sessions of a principal instead.");
        }

        if (before?.Before >= revocation.Before)
        {
            return before;
        }

        draft.Put(revocation);
        return revocation;
    }
}
