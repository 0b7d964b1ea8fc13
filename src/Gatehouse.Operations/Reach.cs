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

    /// <summary>Reads an account; null when there is none.</summary>
    public async ValueTask<Account?> FindAccountAsync(string id, CancellationToken cancel) =>
        (await call.Installation.Accounts.FindAsync(id, cancel))?.Current;
}
