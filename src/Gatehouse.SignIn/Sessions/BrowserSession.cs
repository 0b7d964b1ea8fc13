namespace Gatehouse.SignIn.Sessions;

/// <summary>Somebody who signed in with a browser, or is on the way to.</summary>
public sealed record BrowserSession
{
    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary>The unique id of the user, or <see cref="Accounts.Account.RootOwner"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>When the password was right: the absolute end counts from then.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>The last request; the idle end counts from then.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>When a second factor was shown; null when none was.</summary>
    public DateTimeOffset? SecondFactor { get; init; }

    /// <summary>From where it began, for the list of sessions.</summary>
    public string? Address { get; init; }
}
