using Gatehouse.Accounts.Storage;

namespace Gatehouse.Storage.Tests;

public sealed class MemoryStoreRetentionTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public async Task What_is_superseded_longer_than_the_retention_goes_and_what_stands_stays()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var store = new MemoryStore(clock, TimeSpan.FromDays(90));
        await store.AppendAsync("s", 0, [Row.Put("user", "alice", "1"u8.ToArray()), Row.Put("user", "bob", "1"u8.ToArray()), Row.Note("event", "e", default)], cancel);
        clock.Advance(TimeSpan.FromDays(80));
        await store.AppendAsync("s", 1, [Row.Put("user", "alice", "2"u8.ToArray())], cancel);
        clock.Advance(TimeSpan.FromDays(11));
        await store.AppendAsync("s", 2, [Row.Remove("user", "alice")], cancel);
        Assert.Equal([["alice"], ["alice"], ["alice", "bob"]], await Keys(store, cancel));

        clock.Advance(TimeSpan.FromDays(80));
        await store.AppendAsync("s", 3, [Row.Put("user", "carol", default)], cancel);
        Assert.Equal([["carol"], ["alice"], ["alice"], ["bob"]], await Keys(store, cancel));

        clock.Advance(TimeSpan.FromDays(11));
        await store.AppendAsync("s", 4, [Row.Put("user", "dave", default)], cancel);
        Assert.Equal([["dave"], ["carol"], ["bob"]], await Keys(store, cancel));
        Assert.Equal(5, (await store.LoadAsync("s", cancel)).Version);
        Assert.Equal(["bob", "carol", "dave"], (await store.LoadAsync("s", cancel)).Rows.Select(static row => row.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_history_has_a_limit()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var store = new MemoryStore(clock, TimeSpan.FromDays(90));
        for (var version = 0; version < 50; version++)
        {
            await store.AppendAsync("s", version, [.. Enumerable.Range(0, 5_000).Select(static i => Row.Note("event", $"{i}", default))], cancel);
        }

        Assert.Equal(MemoryStore.HistoryLimit / 5_000, (await Keys(store, cancel)).Count);
    }

    private static async Task<List<string[]>> Keys(MemoryStore store, CancellationToken cancel)
    {
        var keys = new List<string[]>();
        await foreach (var commit in store.HistoryAsync("s", long.MaxValue, cancel))
        {
            keys.Add([.. commit.Rows.Select(static row => row.Key)]);
        }

        return keys;
    }
}
