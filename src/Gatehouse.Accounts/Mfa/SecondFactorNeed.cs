namespace Gatehouse.Accounts.Mfa;

/// <summary>Who must have a second factor to sign in with a password; whoever has one must show it in any case [AU-616].</summary>
/// <remarks>In the order of what they ask, so that the stricter of two is the greater. The numbers reach the disk: never changed.</remarks>
public enum SecondFactorNeed
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>The root users, as AWS has it.</summary>
    Root = 1,

    /// <summary>Everybody.</summary>
    All = 2,
}
