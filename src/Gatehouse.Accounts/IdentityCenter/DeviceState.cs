namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>What became of a program's wish on a device, as the program hears it when it asks [AU-851].</summary>
public enum DeviceState
{
    /// <summary>Nobody has decided.</summary>
    Pending,

    /// <summary>It asked too soon after it had asked before, and must ask less often from now on.</summary>
    TooFast,

    /// <summary>Somebody said no.</summary>
    Denied,

    /// <summary>Nobody decided in time.</summary>
    Expired,

    /// <summary>Somebody said yes, and the program has it.</summary>
    Granted,

    /// <summary>It had it before.</summary>
    Taken,
}
