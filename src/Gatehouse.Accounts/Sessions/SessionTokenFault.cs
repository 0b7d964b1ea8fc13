namespace Gatehouse.Accounts.Sessions;

/// <summary>Why a session token does not count (AU-117).</summary>
public enum SessionTokenFault
{
    /// <summary>It counts.</summary>
    None = 0,

    /// <summary>It is not ours, was changed, belongs to another access key, or its key is gone: AU-4's TOKEN.</summary>
    Unreadable = 1,

    /// <summary>It was good, and its time is over: AU-4's EXPIRED.</summary>
    Expired = 2,
}
