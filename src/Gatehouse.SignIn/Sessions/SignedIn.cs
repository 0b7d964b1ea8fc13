using Gatehouse.Accounts;

namespace Gatehouse.SignIn.Sessions;

/// <summary>A request of somebody who is signed in.</summary>
/// <param name="Id">The secret id of the session, as the cookie brought it.</param>
/// <param name="Session">The session.</param>
/// <param name="Caller">Who that is in the account as it stands.</param>
/// <param name="Slot">The account.</param>
public sealed record SignedIn(string Id, BrowserSession Session, Caller Caller, AccountSlot Slot);
