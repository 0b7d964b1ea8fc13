using Gatehouse.Accounts.IdentityCenter;

namespace Gatehouse.SignIn.Portal;

/// <summary>A sign-in at the portal whose password was right, and of which something is still to be done.</summary>
/// <param name="Session">The session that it will be.</param>
/// <param name="ReturnTo">Where the browser goes when all is done; null for the portal's first page.</param>
internal sealed record PendingPortal(PortalSession Session, string? ReturnTo);
