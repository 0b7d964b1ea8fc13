namespace Gatehouse.Accounts.Entities;

/// <summary>What kind of second factor a device is [AU-600]. The numbers reach the disk: never changed.</summary>
public enum MfaDeviceKind
{
    /// <summary>A program that shows one-time codes; anyone may make one.</summary>
    Virtual = 1,

    /// <summary>A token that shows one-time codes, whose seed an administrator brought in.</summary>
    Hardware = 2,

    /// <summary>A security key or passkey (FIDO2): for sign-in only, it shows no codes.</summary>
    SecurityKey = 3,
}
