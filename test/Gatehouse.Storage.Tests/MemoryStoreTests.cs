using Gatehouse.Accounts.Storage;

namespace Gatehouse.Storage.Tests;

public sealed class MemoryStoreTests : StoreContract
{
    protected override IStore Store { get; } = new MemoryStore();
}
