namespace Gatehouse.Accounts.Sessions;

/// <summary>What a sealed message is for; it does not open as anything else. The numbers stand in messages: never changed.</summary>
public enum MessagePurpose
{
    /// <summary>Why a call was denied, for those who may know [AU-324].</summary>
    Authorization = 1,

    /// <summary>What a delegation gives to whom it was sent [AU-326].</summary>
    TradeIn = 2,

    /// <summary>That a browser's user has signed in with it before [AU-705].</summary>
    KnownBrowser = 3,

    /// <summary>With what a program fetches the next credentials of a login [AU-743].</summary>
    Refresh = 4,

    /// <summary>With what a browser begins the session that somebody made for it [AU-720].</summary>
    SigninToken = 5,
}
