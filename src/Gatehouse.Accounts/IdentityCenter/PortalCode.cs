using Gatehouse.Accounts.Logins;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>A code with which a program fetches the first token of a grant [AU-851].</summary>
public sealed class PortalCode : AuthorizationCode
{
    /// <summary>What whoever brings the code gets.</summary>
    public required PortalGrant Grant { get; init; }

    /// <inheritdoc/>
    public override string Account => Grant.Session.Account;

    /// <inheritdoc/>
    public override string Owner => Grant.Session.UserId;

    /// <inheritdoc/>
    public override DateTimeOffset GrantEnds => Grant.Session.Ends;
}
