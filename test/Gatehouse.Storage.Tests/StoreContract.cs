using System.Globalization;
using System.Text;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Storage.Tests;

/// <summary>Every promise of <see cref="IStore"/>; each store derives from it and adds nothing.</summary>
public abstract partial class StoreContract : IAsyncDisposable
{
    private const string Account = "account/111122223333";

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    protected abstract IStore Store { get; }

    [Fact]
    public async Task A_stream_that_does_not_exist_is_empty_at_version_0()
    {
        var stored = await Store.LoadAsync("account/nobody", Patience);

        Assert.Equal(0, stored.Version);
        Assert.Empty(stored.Rows);
    }

    [Fact]
    public async Task What_was_put_is_loaded()
    {
        Assert.True(await Put(0, "user", "alice", "1"));
        Assert.True(await Put(1, "user", "bob", "2"));

        Assert.Equal((2, "user/alice=1 user/bob=2"), await Load());
    }

    [Fact]
    public async Task The_newest_value_of_a_key_stands()
    {
        await Put(0, "user", "alice", "old");
        await Put(1, "user", "alice", "new");

        Assert.Equal((2, "user/alice=new"), await Load());
    }

    [Fact]
    public async Task The_last_row_of_a_key_in_one_commit_stands()
    {
        await Append(Account, 0, Row.Put("user", "alice", Text("1")), Row.Remove("user", "alice"), Row.Put("user", "alice", Text("2")));
        await Append(Account, 1, Row.Put("user", "bob", Text("1")), Row.Remove("user", "bob"));

        Assert.Equal((2, "user/alice=2"), await Load());
    }

    [Fact]
    public async Task What_was_removed_is_gone_and_may_come_back()
    {
        await Put(0, "user", "alice", "1");
        await Append(Account, 1, Row.Remove("user", "alice"));
        Assert.Equal((2, ""), await Load());

        await Put(2, "user", "alice", "2");
        Assert.Equal((3, "user/alice=2"), await Load());
    }

    [Fact]
    public async Task Removing_what_is_not_there_is_a_commit_like_any_other()
    {
        Assert.True(await Append(Account, 0, Row.Remove("user", "nobody")));

        Assert.Equal((1, ""), await Load());
        Assert.Equal(RowKind.Remove, Assert.Single((await History(Account)).Single().Rows).Kind);
    }

    [Fact]
    public async Task A_note_is_in_the_history_and_not_in_the_state()
    {
        await Append(Account, 0, Row.Put("user", "alice", Text("1")), Row.Note("event", "e1", Text("made alice")));
        await Append(Account, 1, Row.Note("user", "alice", Text("a note of the same name hides nothing")));

        Assert.Equal((2, "user/alice=1"), await Load());
        Assert.Equal(["Note user/alice", "Put user/alice, Note event/e1"], (await History(Account)).Select(Describe));
    }

    [Fact]
    public async Task Tables_and_streams_and_the_case_of_keys_are_told_apart()
    {
        await Append(Account, 0, Row.Put("user", "a", Text("1")), Row.Put("role", "a", Text("2")), Row.Put("user", "A", Text("3")));
        await Append("account/2", 0, Row.Put("user", "a", Text("4")));
        await Append("Account/2", 0, Row.Put("user", "a", Text("5")));

        Assert.Equal((1, "role/a=2 user/A=3 user/a=1"), await Load());
        Assert.Equal((1, "user/a=4"), await Load("account/2"));
        Assert.Equal((1, "user/a=5"), await Load("Account/2"));
    }

    [Theory]
    [InlineData("ünï/cödé")]
    [InlineData("名前 👩‍👩‍👧")]
    [InlineData("e\u0301")]
    [InlineData("\u00e9")]
    [InlineData("\ufffd")]
    [InlineData("' or 1=1; --\t\n%_")]
    [InlineData(" ")]
    public async Task Any_text_is_a_key(string key)
    {
        await Append(Account, 0, Row.Put(key, key, Text(key)));
        await Append(key, 0, Row.Put("user", key, Text(key)));

        var row = Assert.Single((await Store.LoadAsync(Account, Patience)).Rows);
        Assert.Equal((key, key, key), (row.Table, row.Key, Encoding.UTF8.GetString(row.Value.Span)));
        Assert.Equal(key, Assert.Single((await Store.LoadAsync(key, Patience)).Rows).Key);
        Assert.Equal(key, (await History(key)).Single().Stream);
    }

    [Fact]
    public async Task Keys_that_look_alike_are_told_apart()
    {
        await Append(Account, 0, Row.Put("user", "e\u0301", Text("1")), Row.Put("user", "\u00e9", Text("2")), Row.Put("user", "e", Text("3")));

        Assert.Equal(3, (await Store.LoadAsync(Account, Patience)).Rows.Count);
    }

    [Fact]
    public async Task Any_bytes_are_a_value_empty_and_large_ones_too()
    {
        var large = new byte[5_000_000];
        for (var i = 0; i < large.Length; i++)
        {
            large[i] = (byte)(i * 31 >> 3);
        }

        var all = Enumerable.Range(0, 256).Select(static i => (byte)i).ToArray();
        await Append(Account, 0, Row.Put("t", "large", large), Row.Put("t", "all", all), Row.Put("t", "empty", default));

        var rows = (await Store.LoadAsync(Account, Patience)).Rows.ToDictionary(static row => row.Key, static row => row.Value.ToArray());
        Assert.Equal(large, rows["large"]);
        Assert.Equal(all, rows["all"]);
        Assert.Empty(rows["empty"]);
    }

    [Fact]
    public async Task The_store_keeps_its_own_copy_of_a_value()
    {
        var value = Text("before");
        await Append(Account, 0, Row.Put("user", "alice", value));
        value[0] = (byte)'X';

        Assert.Equal((1, "user/alice=before"), await Load());
    }

    [Fact]
    public async Task An_append_for_another_version_is_refused_and_writes_nothing()
    {
        await Put(0, "user", "alice", "1");
        await Put(1, "user", "alice", "2");

        foreach (var wrong in (long[])[0, 1, 3, 100, long.MaxValue])
        {
            Assert.False(await Append(Account, wrong, Row.Put("user", "alice", Text("x")), Row.Put("user", "bob", Text("x")), Row.Note("event", "e", Text("x"))));
        }

        Assert.False(await Append("account/new", 1, Row.Put("user", "alice", Text("x"))));
        Assert.Equal((2, "user/alice=2"), await Load());
        Assert.Equal((0, ""), await Load("account/new"));
        Assert.Equal(2, (await History(Account)).Count);
        Assert.Empty(await History("account/new"));
    }

    [Fact]
    public async Task A_mistaken_append_is_refused_before_anything_is_written()
    {
        var tooLong = new string('k', StoreRules.MaxName + 1);
        Row[][] mistakes =
        [
            [],
            [Row.Put("", "key", default)],
            [Row.Put("user", "", default)],
            [Row.Put("user", tooLong, default)],
            [Row.Put(tooLong, "key", default)],
            [Row.Put("user", "half \ud800 pair", default)],
            [Row.Put("user", "half \ufffd\ud800 pair", default)],
            [Row.Put("user", "a\0b", default)],
            [new((RowKind)9, "user", "key", default)],
            [default],
            [new(RowKind.Remove, "user", "key", new byte[1])],
        ];

        foreach (var mistake in mistakes)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Append(Account, 0, [Row.Put("user", "good", Text("1")), .. mistake], mistake.Length == 0));
        }

        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Append("", 0, Row.Put("user", "alice", Text("1"))));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Append(Account, -1, Row.Put("user", "alice", Text("1"))));
        Assert.Equal((0, ""), await Load());
    }

    [Fact]
    public async Task A_wait_that_was_cancelled_before_it_began_writes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.AppendAsync(Account, 0, [Row.Put("user", "alice", Text("1"))], cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.LoadAsync(Account, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.TailAsync(0, cancelled.Token).GetAsyncEnumerator(cancelled.Token).MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.HistoryAsync(Account, long.MaxValue, cancelled.Token).GetAsyncEnumerator(cancelled.Token).MoveNextAsync());
        Assert.Equal((0, ""), await Load());
    }

    [Fact]
    public async Task It_is_healthy() => Assert.True(await Store.IsHealthyAsync(Patience));

    [Fact]
    public async Task A_closed_store_is_unavailable_and_wakes_those_who_wait()
    {
        await Put(0, "user", "alice", "1");
        await using var tail = Store.TailAsync(1, Patience).GetAsyncEnumerator(Patience);
        var waiting = tail.MoveNextAsync().AsTask();

        await Store.DisposeAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => waiting);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await Load());
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await Put(1, "user", "alice", "2"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => History(Account));
        Assert.False(await Store.IsHealthyAsync(Patience));
        await Store.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Clean();
        GC.SuppressFinalize(this);
    }

    protected virtual void Clean()
    {
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Describe(Commit commit) => string.Join(", ", commit.Rows.Select(static row => $"{row.Kind} {row.Table}/{row.Key}"));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private ValueTask<bool> Put(long expected, string table, string key, string value) => Append(Account, expected, Row.Put(table, key, Text(value)));

    private ValueTask<bool> Append(string stream, long expected, params Row[] rows) => Store.AppendAsync(stream, expected, rows, Patience);

    private ValueTask<bool> Append(string stream, long expected, Row[] rows, bool none) => Append(stream, expected, none ? [] : rows);

    private async Task<(long Version, string State)> Load(string stream = Account)
    {
        var stored = await Store.LoadAsync(stream, Patience);
        var rows = stored.Rows.Select(static row => $"{row.Table}/{row.Key}={Encoding.UTF8.GetString(row.Value.Span)}");
        return (stored.Version, string.Join(' ', rows.Order(StringComparer.Ordinal)));
    }

    private async Task<List<Commit>> History(string stream, long before = long.MaxValue)
    {
        var commits = new List<Commit>();
        await foreach (var commit in Store.HistoryAsync(stream, before, Patience))
        {
            commits.Add(commit);
        }

        return commits;
    }

    private async Task<List<Commit>> Tail(long position, int count)
    {
        var commits = new List<Commit>();
        await foreach (var commit in Store.TailAsync(position, Patience))
        {
            commits.Add(commit);
            if (commits.Count == count)
            {
                break;
            }
        }

        return commits;
    }
}
