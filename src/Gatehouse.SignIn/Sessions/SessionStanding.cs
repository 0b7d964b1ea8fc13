using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.SignIn.Sessions;

/// <summary>Whether what a session was begun with still stands [AU-710].</summary>
public static class SessionStanding
{
    /// <summary>Who a session is in an account as it stands; null when it is over.</summary>
    /// <param name="account">The account, in the version that counts.</param>
    /// <param name="session">The session.</param>
    /// <param name="accessKeyId">The id of its credentials.</param>
    /// <param name="passwordOf">When the password that was shown had been set; null where none was shown.</param>
    /// <param name="device">The second factor that was shown; null where none was.</param>
    public static Caller? Find(Account account, SessionContents session, string accessKeyId, DateTimeOffset? passwordOf, string? device)
    {
        var owner = session.PrincipalId == account.Id ? Account.RootOwner : session.PrincipalId;
        var samePassword = passwordOf is not { } set || account.LoginProfiles.Find(owner)?.Changed == set;
        var sameDevice = device is null || (account.MfaDevices.Find(device) is { } known && known.Holder == owner && !IsYounger(known, session));
        return samePassword && sameDevice ? SessionCallers.Find(account, accessKeyId, session) : null;
    }

    // A serial number can be had again: what was taken away and given anew under it is another device. Whole seconds, as they travel.
    private static bool IsYounger(MfaDevice device, SessionContents session) =>
        device.Enabled is { } since && session.MfaTime is { } shown && since.ToUnixTimeSeconds() > shown.ToUnixTimeSeconds();
}
