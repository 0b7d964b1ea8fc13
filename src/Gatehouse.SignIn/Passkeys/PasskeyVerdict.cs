using Gatehouse.Accounts.Entities;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>What came of an assertion.</summary>
/// <param name="Device">The device as it is now to be stored: its counter moved, or marked as copied. Null when nothing is to be stored.</param>
/// <param name="Fault">Why it was refused; null when it was taken.</param>
public sealed record PasskeyVerdict(MfaDevice? Device, PasskeyFault? Fault)
{
    /// <summary>Whether the second factor was shown. It counts once <see cref="Device"/> is stored.</summary>
    public bool Accepted => Device is not null && Fault is null;
}
