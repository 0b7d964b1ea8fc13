using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.Iam.CredentialReports;

/// <summary>What a report says of credentials besides access keys [AA-95].</summary>
internal static class CredentialStates
{
    private const string None = "N/A";

    /// <summary>Whether a password is there, when it was last used and changed, and when it must be changed next.</summary>
    internal static string[] Password(Account account, User user, Activity activity) =>
        account.LoginProfiles.Find(user.Id) is { Password: not null } login
            ?
            [
                "true",
                activity.PasswordUse(user.Id) is { } use ? CredentialTable.Time(use.Time) : "no_information",
                CredentialTable.Time(login.Changed),
                login.ExpiresUnder(account.Profile.PasswordPolicy) is { } next ? CredentialTable.Time(next) : None,
            ]
            : ["false", None, None, None];

    /// <summary>Whether a user, or root when there is none, has a second factor.</summary>
    internal static bool HasFactor(Account account, User? user) => !account.MfaDevices.OwnedBy(user?.Id ?? Account.RootOwner).IsEmpty;

    /// <summary>The signing certificates of a user, in the order of their ids.</summary>
    internal static IReadOnlyList<(bool Active, DateTimeOffset Uploaded)> Certificates(Account account, User user) => account.SigningCertificates
        .OwnedBy(user.Id).OrderBy(certificate => certificate.Id, StringComparer.Ordinal).Select(certificate => (certificate.Status == KeyStatus.Active, certificate.Uploaded)).ToList();
}
