using System.Diagnostics.CodeAnalysis;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Server.Authentication;

/// <summary>A credential whose signature was right once, and the caller it stands for in the newest version of its account.</summary>
/// <remarks>
/// Kept beside the derived signing key. A change of the account makes <see cref="CallerIn"/> look again, so a key that was
/// changed, disabled or deleted is refused by construction, never by a timer. Thread-safe: the worst race looks twice.
/// </remarks>
internal sealed class Credential(AccountSlot slot, string accessKeyId, AccessKey? key, SessionContents? session, AccountSlot? source = null)
{
    private readonly UseMark? keyMark = key is null ? null : slot.Activity.OfKey(accessKeyId);
    private Caller? caller;
    private UseMark? roleMark;
    private LiveSession? live;

    /// <summary>The session it belongs to; null for a lasting key.</summary>
    internal SessionContents? Session => session;

    /// <summary>The account it acts in.</summary>
    internal AccountSlot Slot => slot;

    /// <summary>Whether it is a lasting key that is older than the operator allows [AU-208]. Age comes without a change of the account, so each request asks.</summary>
    internal bool IsTooOld(KeyRules rules, DateTimeOffset now) => key is not null && rules.IsTooOld(key.Created, now);

    /// <summary>The caller as the account is now; null when the key, the user, the role or the account is no longer live, or the session was ended [AU-118, AU-340].</summary>
    internal Caller? CallerIn(Account account)
    {
        if (source is not null && Revocation.EndedWithKey(source.Current, session!))
        {
            // [AU-340]: the key that it was made from is another account's, whose changes leave this one as it is.
            return null;
        }

        var known = Volatile.Read(ref caller);
        if (known is not null && ReferenceEquals(known.Account, account))
        {
            return known;
        }

        var found = Find(account);
        Volatile.Write(ref caller, found);
        return found;
    }

    /// <summary>Whether the key is still the one whose secret was opened.</summary>
    internal bool IsCurrentIn(Account account) =>
        key is null || ReferenceEquals(Volatile.Read(ref caller)?.Account, account) || (account.AccessKeys.Find(accessKeyId) is { Status: KeyStatus.Active } now && now.Secret == key.Secret);

    /// <summary>Opens the secret of a lasting key; whoever gets it disposes it.</summary>
    internal bool TryOpenSecret(SecretVault vault, [NotNullWhen(true)] out Secret? secret) =>
        vault.TryOpen(key!.Secret, SecretKind.AccessKey, slot.Current.Id, accessKeyId, 1, out secret);

    /// <summary>Notes that the credential was used [AU-209].</summary>
    internal void Touch(string service, string region, DateTimeOffset now)
    {
        keyMark?.Touch(service, region, now);
        if (session is null)
        {
            return;
        }

        (live ??= slot.Activity.Sessions.Of(session, accessKeyId, now))?.Touch(service, region, now);
        if (session is { Kind: SessionKind.AssumedRole })
        {
            (roleMark ??= slot.Activity.OfRole(session.PrincipalId)).Touch(service, region, now);
        }
    }

    private Caller? Find(Account account)
    {
        if (session is not null)
        {
            return SessionCallers.Find(account, accessKeyId, session);
        }

        if (!account.Exists || account.Profile.Suspended || !IsCurrentIn(account))
        {
            return null;
        }

        return key!.UserId is null
            ? Caller.Root(account, accessKeyId, null)
            : account.Users.FindById(key.UserId) is { } user ? Caller.OfUser(account, user, accessKeyId, null) : null;
    }
}
