namespace Gatehouse.Accounts.Logins;

/// <summary>What became of a use of a grant.</summary>
public enum LoginUse
{
    /// <summary>It may go on.</summary>
    Fresh,

    /// <summary>Its proof of possession was shown before [AU-742].</summary>
    Replayed,

    /// <summary>Its refresh token was used up some time ago [AU-743].</summary>
    Spent,

    /// <summary>There were too many within a short time.</summary>
    TooMany,
}
