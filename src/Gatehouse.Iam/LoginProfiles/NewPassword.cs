using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Iam.LoginProfiles;

/// <summary>A password on its way into a login profile: checked and hashed before the commit, because hashing takes long and changes wait for each other.</summary>
internal static class NewPassword
{
    /// <summary>Checks a password against the account's policy and the ones before it, and hashes it.</summary>
    /// <exception cref="PasswordPolicyViolationException">It breaks the policy.</exception>
    internal static async ValueTask<PasswordHash> HashAsync(string password, LoginProfile? profile, Call call, CancellationToken cancel)
    {
        Require(password, call.Account);
        var hasher = call.Installation.Passwords;
        var hash = await PasswordLanes.WaitAsync(() => hasher.HashAsync(password, profile?.Password, cancel));
        return await PasswordLanes.WaitAsync(() => PasswordRules.ReusedAsync(hasher, password, hash, profile, call.Account.Profile.PasswordPolicy?.Remembered, cancel)) is { } reused
            ? throw new PasswordPolicyViolationException(reused)
            : hash;
    }

    /// <summary>Refuses a password that breaks the account's policy, or AWS's own when the account has none.</summary>
    /// <exception cref="PasswordPolicyViolationException">It does.</exception>
    internal static void Require(string password, Account account)
    {
        if (PasswordRules.Broken(password, account.Profile) is { } broken)
        {
            throw new PasswordPolicyViolationException(broken);
        }
    }

    /// <summary>The profile in the newest account, which must still have the password that the new one was compared with.</summary>
    /// <exception cref="EntityTemporarilyUnmodifiableException">Someone else has changed it meanwhile.</exception>
    internal static LoginProfile RequireSame(LoginProfile before, LoginProfile now, string name) => before.Password == now.Password
        ? now
        : throw new EntityTemporarilyUnmodifiableException($"Login Profile for User {name} cannot be modified while it is being changed.");
}
