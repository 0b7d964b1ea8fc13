using Gatehouse.Accounts.Storage;

namespace Gatehouse.Storage.Tests;

/// <content>The promises about order and about many at once.</content>
public abstract partial class StoreContract
{
    [Fact]
    public async Task A_tail_shows_all_commits_in_order_with_all_they_are()
    {
        await Append(Account, 0, Row.Put("user", "alice", Text("1")), Row.Note("event", "e", Text("n")));
        await Append("account/2", 0, Row.Put("user", "bob", Text("2")));
        await Append(Account, 1, Row.Remove("user", "alice"));

        var commits = await Tail(0, 3);

        Assert.Equal([Account, "account/2", Account], commits.Select(static commit => commit.Stream));
        Assert.Equal([1, 1, 2], commits.Select(static commit => commit.Version));
        Assert.Equal(["Put user/alice, Note event/e", "Put user/bob", "Remove user/alice"], commits.Select(Describe));
        Assert.Equal("1n2", string.Concat(commits.SelectMany(static commit => commit.Rows).Select(static row => System.Text.Encoding.UTF8.GetString(row.Value.Span))));
        Assert.True(0 < commits[0].Position && commits[0].Position < commits[1].Position && commits[1].Position < commits[2].Position);
        Assert.True(commits[0].Time > DateTimeOffset.UnixEpoch && commits[0].Time <= commits[2].Time);
        Assert.Equal(TimeSpan.Zero, commits[0].Time.Offset);
    }

    [Fact]
    public async Task A_tail_begins_after_the_position_it_is_given()
    {
        for (var version = 0; version < 300; version++)
        {
            await Put(version, "user", "alice", Number(version));
        }

        var all = await Tail(0, 300);
        var rest = await Tail(all[149].Position, 150);

        Assert.Equal(Enumerable.Range(1, 300).Select(static version => (long)version), all.Select(static commit => commit.Version));
        Assert.Equal(Enumerable.Range(151, 150).Select(static version => (long)version), rest.Select(static commit => commit.Version));
    }

    [Fact]
    public async Task A_tail_waits_for_what_is_not_there_yet()
    {
        await Put(0, "user", "alice", "1");
        var position = (await Tail(0, 1)).Single().Position;
        await using var tail = Store.TailAsync(position, Patience).GetAsyncEnumerator(Patience);

        for (var version = 1; version < 50; version++)
        {
            var next = tail.MoveNextAsync().AsTask();
            Assert.False(next.IsCompleted);
            await Put(version, "user", "alice", Number(version));
            Assert.True(await next);
            Assert.Equal(version + 1, tail.Current.Version);
        }
    }

    [Fact]
    public async Task A_tail_that_waits_ends_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        await using var tail = Store.TailAsync(0, cancel.Token).GetAsyncEnumerator(cancel.Token);
        var next = tail.MoveNextAsync().AsTask();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task The_history_is_newest_first_and_ends()
    {
        await Append("account/2", 0, Row.Put("user", "other", Text("1")));
        for (var version = 0; version < 150; version++)
        {
            await Put(version, "user", "alice", Number(version));
        }

        var all = await History(Account);

        Assert.Equal(Enumerable.Range(1, 150).Reverse().Select(static version => (long)version), all.Select(static commit => commit.Version));
        Assert.Equal("149", System.Text.Encoding.UTF8.GetString(all[0].Rows[0].Value.Span));
        Assert.Equal([3, 2, 1], (await History(Account, 4)).Select(static commit => commit.Version));
        Assert.Empty(await History(Account, 1));
        Assert.Empty(await History("account/nobody"));
    }

    [Fact]
    public async Task Of_those_who_expect_the_same_version_one_wins()
    {
        for (var version = 0; version < 20; version++)
        {
            var expected = version;
            var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer =>
                Task.Run(async () => await Put(expected, "user", "alice", Number(writer)))));

            Assert.Single(won, static one => one);
            Assert.Equal(expected + 1, (await Store.LoadAsync(Account, Patience)).Version);
        }

        Assert.Equal(20, (await History(Account)).Count);
    }

    [Fact]
    public async Task Many_writers_and_readers_lose_nothing_and_see_no_half_commit()
    {
        const int Writers = 8;
        const int Each = 40;
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Count(writer, Each))).ToArray();
        var tail = Tail(0, Writers * Each);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => WatchBoth(Task.WhenAll(writers)))).ToArray();

        await Task.WhenAll(writers);
        await Task.WhenAll(readers);
        var commits = await tail;

        Assert.Equal(commits.Select(static commit => commit.Position).Distinct().Order(), commits.Select(static commit => commit.Position));
        foreach (var stream in commits.GroupBy(static commit => commit.Stream))
        {
            Assert.Equal(Enumerable.Range(1, stream.Count()).Select(static version => (long)version), stream.Select(static commit => commit.Version));
        }

        var both = (await Store.LoadAsync(Account, Patience)).Rows.Select(static row => System.Text.Encoding.UTF8.GetString(row.Value.Span));
        Assert.Equal([Number(Writers / 2 * Each), Number(Writers / 2 * Each)], both);
        Assert.Equal(Writers / 2 * Each, (await Store.LoadAsync(Account, Patience)).Version);
    }

    /// <summary>Adds to a number kept in two rows, again and again; half of the writers share one stream, the others have their own.</summary>
    private async Task Count(int writer, int times)
    {
        var stream = writer % 2 == 0 ? Account : $"account/{writer}";
        for (var done = 0; done < times;)
        {
            var stored = await Store.LoadAsync(stream, Patience);
            var next = Text(Number(stored.Version + 1));
            done += await Append(stream, stored.Version, Row.Put("n", "left", next), Row.Put("n", "right", next)) ? 1 : 0;
        }
    }

    private async Task WatchBoth(Task until)
    {
        while (!until.IsCompleted)
        {
            var stored = await Store.LoadAsync(Account, Patience);
            Assert.True(stored.Version == 0 || stored.Rows.Count == 2);
            Assert.All(stored.Rows, row => Assert.Equal(Number(stored.Version), System.Text.Encoding.UTF8.GetString(row.Value.Span)));
            await Task.Yield();
        }
    }
}
