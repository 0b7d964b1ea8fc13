namespace Gatehouse.SignIn.Entrance;

/// <summary>A sign-in whose password was right, and of which something is still to be done.</summary>
public sealed record PendingSignIn
{
    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary>The unique id of the user, or <see cref="Accounts.Account.RootOwner"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>When the password that was shown had been set.</summary>
    public required DateTimeOffset PasswordOf { get; init; }

    /// <summary>Where the browser goes when all is done; null for the console's first page.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>When a second factor was shown; null while none was.</summary>
    public DateTimeOffset? SecondFactor { get; init; }

    /// <summary>The serial number of that second factor.</summary>
    public string? Device { get; init; }

    /// <summary>Credentials to register a second factor with and for nothing else, of somebody who may not go on without one; null for anybody else.</summary>
    public Accounts.Sessions.IssuedSession? Registering { get; init; }

    /// <summary>The serial number of a device that was made in this sign-in and is nobody's yet; null when there is none.</summary>
    public string? Made { get; init; }
}
