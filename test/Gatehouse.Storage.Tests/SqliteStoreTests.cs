using Gatehouse.Accounts.Storage;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Storage.Tests;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly DataFolder folder = new();

    public SqliteStoreTests() => Store = SqliteStore.Open(folder.Path, TimeProvider.System);

    protected override IStore Store { get; }

    protected override void Clean() => folder.Dispose();
}
