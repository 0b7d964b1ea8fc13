namespace Gatehouse.SignIn;

/// <summary>Who must have a second factor to sign in; whoever has one must show it in any case [AU-616].</summary>
public enum SecondFactorNeed
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>The root users, as AWS has it.</summary>
    Root,

    /// <summary>Everybody.</summary>
    All,
}
