namespace Gatehouse.Accounts.Logins;

/// <summary>A code with which a program fetches the first credentials of a login [AU-743].</summary>
public sealed class LoginCode : AuthorizationCode
{
    /// <summary>What whoever brings the code gets.</summary>
    public required LoginGrant Grant { get; init; }

    /// <inheritdoc/>
    public override string Account => Grant.Session.Account;

    /// <inheritdoc/>
    public override string Owner => Grant.Session.PrincipalId;

    /// <inheritdoc/>
    public override DateTimeOffset GrantEnds => Grant.Ends;
}
