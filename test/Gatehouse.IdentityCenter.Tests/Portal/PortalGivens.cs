using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Sessions;
using Gatehouse.IdentityCenter.Tests.Tokens;

namespace Gatehouse.IdentityCenter.Tests.Portal;

/// <summary>What the tests of the portal share: a token.</summary>
public abstract class PortalGivens : TokenGivens
{
    internal string Token(params string[] scopes) =>
        new PortalToken(Grant("client", scopes), Center.Account.Clock.GetUtcNow().AddHours(1), 0).Seal(Center.Account.Installation.Sessions.Messages, MessagePurpose.PortalAccess);
}
