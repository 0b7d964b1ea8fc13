using Gatehouse.Accounts;

namespace Gatehouse.Operations;

/// <summary>Commits the changes of operations, each with its audit event.</summary>
public interface ICommitter
{
    /// <summary>Changes the caller's account; durable when it returns.</summary>
    /// <param name="call">The request.</param>
    /// <param name="change">A pure function of the draft; may run more than once.</param>
    /// <param name="cancel">Ends the wait for other changes; a commit that has begun is finished.</param>
    ValueTask<TResult> CommitAsync<TResult>(Call call, Func<Draft, TResult> change, CancellationToken cancel);
}
