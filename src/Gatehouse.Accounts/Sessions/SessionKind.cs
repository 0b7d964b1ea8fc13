namespace Gatehouse.Accounts.Sessions;

/// <summary>How a session came to be, which decides what it may call (AU-303). The numbers stand in tokens: never changed.</summary>
public enum SessionKind
{
    /// <summary>A role's session: AssumeRole and its relatives, Identity Center, Roles Anywhere, workloads.</summary>
    AssumedRole = 1,

    /// <summary>The same user or root, from GetSessionToken.</summary>
    SessionToken = 2,

    /// <summary>A federated user, from GetFederationToken.</summary>
    FederatedUser = 3,

    /// <summary>A member account's root for one task, from AssumeRoot.</summary>
    AssumedRoot = 4,

    /// <summary>A delegated principal, from GetDelegatedAccessToken.</summary>
    Delegated = 5,

    /// <summary>The same user or root, signed in with a browser: it may do what its lasting credentials may [AU-712].</summary>
    SignIn = 6,

    /// <summary>Somebody of an identity store at the access portal: no credentials of any account, so no token names it [AU-852].</summary>
    Portal = 7,

    /// <summary>The same user or root, whose password was right and who cannot go on without a second factor: it may bring one in, and nothing else [AU-616].</summary>
    Enrolment = 8,
}
