using Gatehouse.Accounts;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Operations;

/// <summary>What an <see cref="IReach{TRequest,TResponse}"/> may touch outside its account.</summary>
/// <param name="call">The request.</param>
/// <param name="committer">Commits changes.</param>
/// <param name="store">Where the history of every account is kept.</param>
public sealed class Reach(Call call, ICommitter committer, IStore store)
{
    /// <summary>The request.</summary>
    public Call Call => call;

    /// <summary>Where the history of every account is kept.</summary>
    public IStore Store => store;

    /// <summary>Changes the caller's account, with the audit event of this call in the same commit.</summary>
    public ValueTask<TResult> CommitAsync<TResult>(Func<Draft, TResult> change, CancellationToken cancel) =>
        committer.CommitAsync(call, change, cancel);

    /// <summary>Changes another account, in a commit of its own, and then notes the audit event of this call in the caller's account.</summary>
    /// <remarks>A process that dies between the two leaves the change without its event: as in AWS, what spans two accounts is two commits.</remarks>
    /// <exception cref="InvalidOperationException">There is no such account.</exception>
    public async ValueTask<TResult> CommitInAsync<TResult>(string account, Func<Draft, TResult> change, CancellationToken cancel)
    {
        if (account == call.Account.Id)
        {
            return await CommitAsync(change, cancel);
        }

        var result = await ChangeInAsync(account, change, cancel);
        return await CommitAsync(_ => result, cancel);
    }

    /// <summary>Changes another account, in a commit of its own that holds no event: what the call changes in the caller's account comes after it.</summary>
    /// <exception cref="InvalidOperationException">There is no such account.</exception>
    public async ValueTask<TResult> ChangeInAsync<TResult>(string account, Func<Draft, TResult> change, CancellationToken cancel)
    {
        var slot = await call.Installation.Accounts.FindAsync(account, cancel)
            ?? throw new InvalidOperationException($"Account {account} does not exist.");
        return await call.Installation.Accounts.ChangeAsync(slot, call, change, null, cancel);
    }

    /// <summary>Reads an account; null when there is none.</summary>
    public async ValueTask<Account?> FindAccountAsync(string id, CancellationToken cancel) =>
        (await call.Installation.Accounts.FindAsync(id, cancel))?.Current;
}
