using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Logins;
using Gatehouse.Accounts.Storage;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Portal;

/// <summary>Ends a session of the portal for good: what programs got by it is refused from the next request on, and after a restart.</summary>
internal static class PortalSignOut
{
    internal static async ValueTask EndAsync(Visit visit, AccountSlot slot, PortalSession session, CancellationToken cancel)
    {
        if (session.FindUser(slot.Current, null, visit.Now) is not { } user)
        {
            return;
        }

        var happened = PortalEvents.Of(visit, "Logout", new(session, user, slot));
        await visit.Services.Installation.Accounts.ChangeAsync(
            slot,
            visit.CallIn(slot.Current),
            draft =>
            {
                LoginEnding.End(draft, session.Note());
                return true;
            },
            _ => Row.Note(AuditEvent.Table, happened.EventId, happened.ToJson()),
            cancel);
    }
}
