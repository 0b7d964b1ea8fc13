namespace Gatehouse.Accounts.Entities;

/// <summary>How far a delegation request has come. The numbers reach the disk: never changed.</summary>
public enum DelegationState
{
    /// <summary>Nobody has taken it up.</summary>
    Unassigned = 1,

    /// <summary>Somebody has, and looks at it.</summary>
    Assigned = 2,

    /// <summary>It was handed on to somebody who may grant it.</summary>
    PendingApproval = 3,

    /// <summary>It was granted; the token is not sent yet.</summary>
    Accepted = 4,

    /// <summary>The token was sent.</summary>
    Finalized = 5,

    /// <summary>It was refused.</summary>
    Rejected = 6,

    /// <summary>Its time ran out.</summary>
    Expired = 7,
}
