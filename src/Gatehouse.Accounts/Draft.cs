using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts;

/// <summary>The account as it will be, if nobody commits first: what a handler changes.</summary>
/// <remarks>
/// Made anew for each attempt and used by one thread. If another commit wins, the handler runs again on a draft of the
/// newer account, so it must not remember anything or touch anything else.
/// </remarks>
public sealed class Draft(Call call, Account account)
{
    private readonly Dictionary<(string Table, string Key), Row> rows = [];

    /// <summary>The account with all changes so far.</summary>
    public Account Account { get; private set; } = account;

    /// <summary>Who asks, and what the installation offers.</summary>
    public Call Call { get; } = call;

    /// <summary>The moment of the request.</summary>
    public DateTimeOffset Now => Call.Now;

    /// <summary>What the entities became; one row each, in no particular order.</summary>
    public IReadOnlyCollection<Row> Rows => rows.Values;

    /// <summary>A unique id never used before, such as <c>AIDA…</c>.</summary>
    public string NewId(string prefix) => Call.Installation.Ids.NewId(prefix);

    /// <summary>Adds the entity, or puts it in place of the one with its key.</summary>
    public void Put<T>(T entity)
        where T : class, IEntity<T>
    {
        // A key that only changed its case is one row on disk, whose name follows the newest spelling.
        if (Account.Of<T>().Find(entity.Key) is { } before && !string.Equals(before.Key, entity.Key, StringComparison.Ordinal))
        {
            Remove(before);
        }

        Account = Account.With(Account.Of<T>().With(entity));
        rows[(T.TableName, entity.Key)] = Row.Put(T.TableName, entity.Key, JsonSerializer.SerializeToUtf8Bytes(entity, T.Json));
    }

    /// <summary>Takes the entity away.</summary>
    public void Remove<T>(T entity)
        where T : class, IEntity<T>
    {
        Account = Account.With(Account.Of<T>().Without(entity.Key));
        rows[(T.TableName, entity.Key)] = Row.Remove(T.TableName, entity.Key);
    }
}
