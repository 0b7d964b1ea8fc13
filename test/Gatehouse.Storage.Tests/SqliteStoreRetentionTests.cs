using System.Text;
using Gatehouse.Accounts.Storage;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Storage.Tests;

public sealed class SqliteStoreRetentionTests : IAsyncDisposable
{
    private readonly DataFolder folder = new();
    private readonly ManualClock clock = new();
    private readonly SqliteStoreOptions options = new()
    {
        Retention = TimeSpan.FromDays(90),
        PruneInterval = TimeSpan.FromDays(365),
    };

    private SqliteStore store;

    public SqliteStoreRetentionTests() => store = SqliteStore.Open(folder.Path, clock, options);

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_superseded_longer_than_the_retention_goes_and_what_stands_stays()
    {
        await store.AppendAsync("s", 0, [Row.Put("user", "alice", "1"u8.ToArray()), Row.Put("user", "bob", "1"u8.ToArray()), Row.Note("event", "e", default)], Patience);
        clock.Advance(TimeSpan.FromDays(80));
        await store.AppendAsync("s", 1, [Row.Put("user", "alice", "2"u8.ToArray())], Patience);
        clock.Advance(TimeSpan.FromDays(11));
        await store.AppendAsync("s", 2, [Row.Remove("user", "alice")], Patience);
        Assert.Equal(1, await PruneAll());
        Assert.Equal([["alice"], ["alice"], ["alice", "bob"]], await Keys("s"));

        clock.Advance(TimeSpan.FromDays(80));
        Assert.Equal(1, await PruneAll());
        Assert.Equal([["alice"], ["alice"], ["bob"]], await Keys("s"));

        clock.Advance(TimeSpan.FromDays(11));
        await store.AppendAsync("s", 3, [Row.Put("user", "carol", default)], Patience);
        Assert.Equal(2, await PruneAll());
        Assert.Equal([["carol"], ["bob"]], await Keys("s"));
        Assert.Equal(4, (await store.LoadAsync("s", Patience)).Version);
    }

    [Fact]
    public async Task The_newest_commit_stays_so_that_positions_go_on_after_opening_again()
    {
        await store.AppendAsync("s", 0, [Row.Put("user", "alice", default)], Patience);
        await store.AppendAsync("s", 1, [Row.Note("event", "1", default)], Patience);
        await store.AppendAsync("s", 2, [Row.Note("event", "2", default), Row.Note("event", "3", default)], Patience);
        clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal(3, await PruneAll());
        Assert.Equal([[], ["alice"]], await Keys("s"));

        await store.DisposeAsync();
        store = SqliteStore.Open(folder.Path, clock, options);
        await store.AppendAsync("s", 3, [Row.Put("user", "bob", default)], Patience);

        Assert.Equal([["bob"], [], ["alice"]], await Keys("s"));
        var tail = store.TailAsync(3, Patience).GetAsyncEnumerator(Patience);
        Assert.True(await tail.MoveNextAsync());
        Assert.Equal((4, "bob"), (tail.Current.Version, tail.Current.Rows.Single().Key));
        await tail.DisposeAsync();
    }

    [Fact]
    public async Task Pruning_goes_on_by_itself_in_small_steps_until_all_is_done()
    {
        await store.DisposeAsync();
        store = SqliteStore.Open(folder.Path, clock, options with { PruneInterval = TimeSpan.FromMinutes(10) });
        await store.AppendAsync("s", 0, [.. Enumerable.Range(0, 3_000).Select(static i => Row.Note("event", $"{i}", default))], Patience);
        await store.AppendAsync("s", 1, [Row.Put("user", "alice", default)], Patience);
        clock.Advance(TimeSpan.FromDays(91));

        // The timer's request is in the queue; each batch asks for the next one.
        for (var i = 0; i < 8; i++)
        {
            await store.AppendAsync($"other/{i}", 0, [Row.Put("user", "bob", default)], Patience);
        }

        Assert.Equal(0, await PruneAll());
        Assert.Equal([["alice"]], await Keys("s"));
    }

    [Fact]
    public async Task A_stream_without_history_wipes_what_is_superseded_at_once()
    {
        var secret = Encoding.UTF8.GetBytes("wrapped key " + new string('k', 300));
        await store.AppendAsync("keys", 0, [Row.Put("dek", "1", secret), Row.Put("dek", "2", default)], Patience);
        await store.AppendAsync("keys", 1, [Row.Put("dek", "1", "other"u8.ToArray())], Patience);
        await store.AppendAsync("keys", 2, [Row.Put("session", "s", secret)], Patience);
        await store.AppendAsync("keys", 3, [Row.Remove("session", "s")], Patience);

        Assert.Equal([["s"], ["1"], ["2"]], await Keys("keys"));
        Assert.Equal(["1", "2"], (await store.LoadAsync("keys", Patience)).Rows.Select(static row => row.Key).Order(StringComparer.Ordinal));
        await store.DisposeAsync();
        foreach (var file in Directory.GetFiles(folder.Path))
        {
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file, Patience)).AsSpan().IndexOf(secret.AsSpan(0, 100)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    private async Task<int> PruneAll()
    {
        var (all, rows) = (0, 0);
        do
        {
            rows = await store.PruneAsync(Patience);
            all += rows;
        }
        while (rows > 0);

        return all;
    }

    private async Task<List<string[]>> Keys(string stream)
    {
        var keys = new List<string[]>();
        await foreach (var commit in store.HistoryAsync(stream, long.MaxValue, Patience))
        {
            keys.Add([.. commit.Rows.Select(static row => row.Key)]);
        }

        return keys;
    }
}
