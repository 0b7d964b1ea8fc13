namespace Gatehouse.Accounts.Entities;

/// <summary>Whether an access key authenticates [AU-205]. The numbers reach the disk: never changed.</summary>
public enum KeyStatus
{
    /// <summary>It authenticates.</summary>
    Active = 1,

    /// <summary>It does not, until it is made active again.</summary>
    Inactive = 2,

    /// <summary>It does not, and never will again; only imported data has it.</summary>
    Expired = 3,
}
