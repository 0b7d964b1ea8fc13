namespace Gatehouse.Accounts.Logins;

/// <summary>What an authorization code stands for, and to what it is bound [AU-743].</summary>
public sealed class LoginCode
{
    private int taken;

    /// <summary>What whoever brings the code gets.</summary>
    public required LoginGrant Grant { get; init; }

    /// <summary>Where the browser was sent with it.</summary>
    public required string RedirectUri { get; init; }

    /// <summary>The hash of the secret that its bringer shows (RFC 7636), as base64url.</summary>
    public required string Challenge { get; init; }

    /// <summary>From when on it is good for nothing.</summary>
    public required DateTimeOffset Ends { get; init; }

    /// <summary>Whether it was used.</summary>
    public bool IsTaken => Volatile.Read(ref taken) != 0;

    /// <summary>Uses it: of all who try, one does.</summary>
    public bool TryTake() => Interlocked.Exchange(ref taken, 1) == 0;
}
