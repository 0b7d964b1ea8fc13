namespace Gatehouse.Accounts.Entities;

/// <summary>What an account asks of the passwords of its users.</summary>
public sealed record PasswordPolicy
{
    /// <summary>The fewest characters when an account says nothing else of them.</summary>
    public const int DefaultMinimumLength = 6;

    /// <summary>The most passwords that may be remembered.</summary>
    public const int MostRemembered = 24;

    /// <summary>The fewest characters.</summary>
    public int MinimumLength { get; init; } = DefaultMinimumLength;

    /// <summary>Whether there must be a character that is neither letter nor digit.</summary>
    public bool RequireSymbols { get; init; }

    /// <summary>Whether there must be a digit.</summary>
    public bool RequireNumbers { get; init; }

    /// <summary>Whether there must be a letter from A to Z.</summary>
    public bool RequireUppercase { get; init; }

    /// <summary>Whether there must be a letter from a to z.</summary>
    public bool RequireLowercase { get; init; }

    /// <summary>Whether users may change their own.</summary>
    public bool UsersMayChange { get; init; }

    /// <summary>After how many days one must be changed; null when never.</summary>
    public int? MaxAgeDays { get; init; }

    /// <summary>How many of a user's last ones may not be used again; null when any may.</summary>
    public int? Remembered { get; init; }

    /// <summary>Whether only an administrator can renew an expired one; null when that was not said, which means no.</summary>
    public bool? HardExpiry { get; init; }
}
