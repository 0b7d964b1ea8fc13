using Gatehouse.Accounts;
using Gatehouse.Accounts.Storage;
using Gatehouse.Operations;
using Gatehouse.Server.Audit;
using Gatehouse.Wire;

namespace Gatehouse.Server.Requests;

/// <summary>Runs operations: those that look on their snapshot, those that change in a commit that holds their audit event too.</summary>
internal sealed class Executor(Installation installation, IStore store, AuditTrail audit)
{
    /// <summary>Runs an operation.</summary>
    internal ValueTask<IShape> RunAsync(Operation operation, IShape message, Call call, AccountSlot? slot, AuditRecord record, CancellationToken cancel) =>
        operation.RunAsync(message, call, new Committer(installation.Accounts, slot, audit, record), store, cancel);

    private sealed class Committer(AccountDirectory accounts, AccountSlot? slot, AuditTrail audit, AuditRecord record) : ICommitter
    {
        public async ValueTask<TResult> CommitAsync<TResult>(Call call, Func<Draft, TResult> change, CancellationToken cancel)
        {
            var result = await accounts.ChangeAsync(
                slot ?? throw new InvalidOperationException("An unsigned request changes no account."),
                call with { Warned = warning => record.Warning = warning },
                change,
                result => audit.NoteOf(record, result as IShape),
                cancel);
            record.Committed = true;
            return result;
        }
    }
}
