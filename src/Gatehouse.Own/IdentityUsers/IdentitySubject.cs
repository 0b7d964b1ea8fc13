using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;

namespace Gatehouse.Own.IdentityUsers;

/// <summary>The person of the account's identity store whom a request names, by name or by id.</summary>
/// <param name="UserName">The name, in any case; null when the id is given.</param>
/// <param name="UserId">The id; null when the name is given.</param>
internal readonly record struct IdentitySubject(string? UserName, string? UserId)
{
    /// <summary>What the call is checked on: the user as policies on identity stores name it; a star when there is no such user.</summary>
    internal Arn Target(Account account) => new($"arn:aws:identitystore:::user/{UserId ?? Find(account)?.Id ?? "*"}");

    /// <exception cref="InvalidInputException">Both are given, or neither.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such user.</exception>
    internal IdentityUser Require(Account account) => UserName is null == UserId is null
        ? throw new InvalidInputException("Give either UserName or UserId.")
        : Find(account) ?? throw new ResourceNotFoundException("There is no such user in the identity store of the account.");

    /// <summary>Hashes a password and gives it to the user, whose portal sessions end with the old one.</summary>
    /// <remarks>Waits for the lanes in which passwords are hashed.</remarks>
    /// <param name="password">The password.</param>
    /// <param name="resetRequired">Whether it is good for one sign-in only.</param>
    /// <param name="reach">The call.</param>
    /// <param name="answer">Makes the answer, which the event of the commit shows: whoever was named by name, is there by id.</param>
    /// <param name="cancel">Ends the wait.</param>
    internal async ValueTask<T> SetPasswordAsync<T>(string password, bool resetRequired, Reach reach, Func<IdentityUser, T> answer, CancellationToken cancel)
    {
        var self = this;
        Require(reach.Call.Account);
        var hasher = reach.Call.Installation.Passwords;
        var hash = await PasswordLanes.WaitAsync(() => hasher.HashAsync(password, null, cancel));
        return await reach.CommitAsync(
            draft =>
            {
                var user = self.Require(draft.Account).WithPassword(hash, resetRequired, draft.Now);
                draft.Put(user);
                return answer(user);
            },
            cancel);
    }

    private IdentityUser? Find(Account account) => UserId is { } id ? account.IdentityUsers.FindById(id) : account.IdentityUsers.Find(UserName);
}
