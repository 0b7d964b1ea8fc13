using Gatehouse.Wire;

namespace Gatehouse.Sts.Sessions;

/// <summary>Checks the second factor that a request shows [AU-317].</summary>
internal static class SecondFactor
{
    /// <summary>Refuses a device or code: there are no devices yet, so no serial number is anybody's.</summary>
    /// <exception cref="ApiException">One was shown.</exception>
    internal static void Require(string? serialNumber, string? tokenCode)
    {
        if (serialNumber is null && tokenCode is null)
        {
            return;
        }

        throw Refusals.Denied(serialNumber is null || tokenCode is null
            ? "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code. "
            : "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.");
    }
}
