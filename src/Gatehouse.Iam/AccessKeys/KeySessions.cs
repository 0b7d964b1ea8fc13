using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.Iam.AccessKeys;

/// <summary>The sessions that were made from an access key: where the operator wants it, they end with the key [AU-340].</summary>
internal static class KeySessions
{
    /// <summary>Ends them, for as long as the key stays as it is.</summary>
    internal static void End(Draft draft, AccessKey key)
    {
        if (!draft.Call.Installation.Keys.EndSessions)
        {
            return;
        }

        foreach (var old in draft.Account.Revocations.Where(old => old.Expires <= draft.Now).ToList())
        {
            draft.Remove(old);
        }

        // Of any moment, not only before this one: a request that was under way when the key ended may still begin one.
        Put(draft, key, DateTimeOffset.MaxValue);
    }

    /// <summary>Lets those live that are made from the next second on. What has ended stays ended, whatever the operator wants by now.</summary>
    internal static void Resume(Draft draft, AccessKey key)
    {
        if (draft.Account.Revocations.Find(key.Id) is { Before.Year: 9999 })
        {
            // Sessions are made at whole seconds: those of this second have ended too.
            Put(draft, key, draft.Now.AddSeconds(1));
        }
    }

    private static void Put(Draft draft, AccessKey key, DateTimeOffset before) => draft.Put(new Revocation
    {
        Principal = key.Id,
        Before = before,
        Expires = draft.Now.AddSeconds(1) + Revocation.LongestSession,
        Created = draft.Now,
        By = draft.Call.Caller.Arn.Text,
    });
}
