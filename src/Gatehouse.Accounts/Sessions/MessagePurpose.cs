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

    /// <summary>What a program said of itself when it was registered with Identity Center: its client id [AU-850].</summary>
    Client = 6,

    /// <summary>What proves that a program was given a client id: its client secret [AU-850].</summary>
    ClientSecret = 7,

    /// <summary>With what a program asks for the roles of somebody who is signed in at the portal [AU-852].</summary>
    PortalAccess = 8,

    /// <summary>With what it fetches the next such token [AU-851].</summary>
    PortalRefresh = 9,
}
