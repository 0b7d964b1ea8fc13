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
        PasswordRules.Require(password, call.Account);
        var hasher = call.Installation.Passwords;
        var hash = await Patiently(() => hasher.HashAsync(password, profile?.Password, cancel));
        if (call.Account.Profile.PasswordPolicy?.Remembered is { } remembered && profile?.Password is { } current)
        {
            // AWS: the password that is in use is the first of those that are remembered.
            var last = profile.Former.Prepend(current).Take(remembered);
            if (await Patiently(() => hasher.IsAmongAsync(password, hash, last, cancel)))
            {
                throw new PasswordPolicyViolationException($"Password should not be one of the last {remembered} passwords");
            }
        }

        return hash;
    }

    /// <summary>The profile in the newest account, which must still have the password that the new one was compared with.</summary>
    /// <exception cref="EntityTemporarilyUnmodifiableException">Someone else has changed it meanwhile.</exception>
    internal static LoginProfile RequireSame(LoginProfile before, LoginProfile now, string name) => before.Password == now.Password
        ? now
        : throw new EntityTemporarilyUnmodifiableException($"Login Profile for User {name} cannot be modified while it is being changed.");

    /// <summary>Waits for the lanes in which passwords are hashed.</summary>
    /// <exception cref="CommonException">Too many wait already.</exception>
    internal static async ValueTask<T> Patiently<T>(Func<ValueTask<T>> work)
    {
        try
        {
            return await work();
        }
        catch (PasswordQueueFullException)
        {
            throw TooMany();
        }
    }

    /// <summary>The refusal of those who ask too often.</summary>
    internal static CommonException TooMany() => new(CommonError.Throttling, "Rate exceeded");
}
