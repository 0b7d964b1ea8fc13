using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts.Tests;

public sealed class NamesTests
{
    [Fact]
    public async Task A_name_has_one_owner_until_it_is_given_back()
    {
        await using var store = new MemoryStore();
        var names = await Names.LoadAsync(store, CancellationToken.None);

        Assert.True(await names.ClaimAsync("alias", "acme", "111122223333", CancellationToken.None));
        Assert.False(await names.ClaimAsync("alias", "acme", "444455556666", CancellationToken.None));
        Assert.True(await names.ClaimAsync("alias", "acme", "111122223333", CancellationToken.None));
        Assert.False(await names.ReleaseAsync("alias", "acme", "444455556666", CancellationToken.None));
        Assert.True(await names.ReleaseAsync("alias", "acme", "111122223333", CancellationToken.None));
        Assert.True(await names.ClaimAsync("alias", "acme", "444455556666", CancellationToken.None));
        Assert.Equal("444455556666", (await Names.LoadAsync(store, CancellationToken.None)).OwnerOf("alias", "acme"));
    }

    [Fact]
    public async Task Two_nodes_never_give_one_name_to_two()
    {
        await using var store = new MemoryStore();
        var one = await Names.LoadAsync(store, CancellationToken.None);
        var other = await Names.LoadAsync(store, CancellationToken.None);

        Assert.True(await one.ClaimAsync("alias", "acme", "111122223333", CancellationToken.None));
        Assert.False(await other.ClaimAsync("alias", "acme", "444455556666", CancellationToken.None));
        Assert.Equal("111122223333", other.OwnerOf("alias", "acme"));
    }
}
