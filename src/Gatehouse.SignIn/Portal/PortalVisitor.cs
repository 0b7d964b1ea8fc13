using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Portal;

/// <summary>Somebody of an identity store who is signed in at its portal: no principal of any account.</summary>
/// <param name="Session">The session.</param>
/// <param name="User">Whose it is, as the store stands.</param>
/// <param name="Slot">The account that owns the instance.</param>
internal sealed record PortalVisitor(PortalSession Session, IdentityUser User, AccountSlot Slot)
{
    private const int IdSize = 16;

    /// <summary>Who is signed in; null when nobody is, or at another store's portal.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="store">The store; null for any.</param>
    /// <param name="cancel">Gives up.</param>
    internal static async ValueTask<PortalVisitor?> FindAsync(Visit visit, string? store, CancellationToken cancel)
    {
        if (Underway.Find(visit, visit.Services.Portal, Cookies.Portal) is not { } session || (store is not null && session.StoreId != store)
            || await visit.Services.Installation.Accounts.FindAsync(session.Account, cancel) is not { } slot)
        {
            return null;
        }

        // A disabled user, another password, an ended session: the browser learns of it with its next request.
        if (session.FindUser(slot.Current, null, visit.Now) is not { } user)
        {
            return null;
        }

        session.Remember(visit.Services.Installation, visit.Now)?.Touch("awsssoportal", visit.Services.Region, visit.Now);
        return new(session, user, slot);
    }

    /// <summary>Where people sign in first, and then come back.</summary>
    internal static ValueTask SignInAsync(Visit visit, string store, string returnTo) =>
        visit.GoAsync($"{StartAddress.Path}{store}?returnTo={Uri.EscapeDataString(returnTo)}");

    /// <summary>A session that begins now.</summary>
    internal static PortalSession Begin(Visit visit, string account, string store, IdentityUser user) => new()
    {
        Account = account,
        StoreId = store,
        UserId = user.Id,
        Id = NewId(visit),
        Began = visit.Now,
        Ends = visit.Now + PortalSession.Life,
        PasswordOf = user.PasswordSet,
    };

    /// <summary>What a program gets by this session.</summary>
    internal PortalGrant Grant(Visit visit, string client, IEnumerable<string> scopes) => new() { Id = NewId(visit), Session = Session, Client = client, Scopes = [.. scopes] };

    private static string NewId(Visit visit)
    {
        Span<byte> id = stackalloc byte[IdSize];
        visit.Services.Installation.Ids.Fill(id);
        return Convert.ToHexStringLower(id);
    }
}
