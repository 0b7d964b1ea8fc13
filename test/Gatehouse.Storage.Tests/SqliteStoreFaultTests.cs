using Gatehouse.Accounts.Storage;
using Gatehouse.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Tests;

/// <summary>What the store does when the disk does not do its part, and afterwards.</summary>
public sealed class SqliteStoreFaultTests : IAsyncDisposable
{
    private readonly DataFolder folder = new();
    private readonly SqliteStore store;

    public SqliteStoreFaultTests() =>
        store = SqliteStore.Open(folder.Path, TimeProvider.System, new() { BusyTimeout = TimeSpan.FromSeconds(1) });

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_refuses_changes_serves_reads_and_needs_no_restart()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit on file sizes that stands for a full disk is set as on Linux.");
        using var other = new DataFolder();
        using var child = Child.Start(Child.Fills, other.Path);

        var said = await child.StandardOutput.ReadToEndAsync(Patience);

        Assert.Equal("", await child.StandardError.ReadToEndAsync(Patience));
        Assert.Matches(
            """
            ^ready
            limited 0
            failed True The store '.*' is not available: .*
            full 0
            healthy False
            reads True
            freed 0
            healthy True
            writes True
            kept True
            $
            """.ReplaceLineEndings("\n"),
            said);
    }

    [Fact]
    public async Task A_file_held_by_another_program_for_too_long_is_unavailable_and_then_available()
    {
        await store.AppendAsync("s", 0, [Row.Put("user", "alice", default)], Patience);
        await using (var other = new SqliteConnection($"Data Source={folder.Database};Pooling=False"))
        {
            await other.OpenAsync(Patience);
            await using var hold = other.CreateCommand();
            hold.CommandText = "begin immediate";
            await hold.ExecuteNonQueryAsync(Patience);

            var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.AppendAsync("s", 1, [Row.Put("user", "bob", default)], Patience));
            Assert.Equal($"The store '{folder.Database}' is not available: another program holds it.", refusal.Message);
            Assert.Equal(1, (await store.LoadAsync("s", Patience)).Version);
            Assert.False(await store.IsHealthyAsync(Patience));
        }

        Assert.True(await store.IsHealthyAsync(Patience));
        Assert.True(await store.AppendAsync("s", 1, [Row.Put("user", "bob", default)], Patience));
        Assert.Equal(["alice", "bob"], (await store.LoadAsync("s", Patience)).Rows.Select(static row => row.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_taken_away_takes_no_writes_with_it()
    {
        await store.AppendAsync("s", 0, [Row.Put("user", "alice", default)], Patience);
        var away = folder.Database + ".away";
        File.Move(folder.Database, away);

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.AppendAsync("s", 1, [Row.Put("user", "bob", default)], Patience));
        Assert.False(await store.IsHealthyAsync(Patience));
        Assert.False(File.Exists(folder.Database));

        File.Move(away, folder.Database);
        Assert.True(await store.IsHealthyAsync(Patience));
        Assert.True(await store.AppendAsync("s", 1, [Row.Put("user", "bob", default)], Patience));
    }

    [Fact]
    public async Task Appends_that_wait_together_fail_or_stand_each_for_itself()
    {
        var waiting = Enumerable.Range(0, 200)
            .Select(i => store.AppendAsync(i % 2 == 0 ? $"s/{i}" : "s/shared", 0, [Row.Put("user", "alice", default)], Patience).AsTask())
            .ToArray();

        var won = await Task.WhenAll(waiting);

        Assert.Equal(101, won.Count(static one => one));
        Assert.Equal(1, (await store.LoadAsync("s/shared", Patience)).Version);
    }

    [Fact]
    public async Task An_append_that_fails_half_way_leaves_nothing_and_the_others_stand()
    {
        var waiting = Enumerable.Range(0, 60)
            .Select(i => store.AppendAsync($"s/{i % 20}", i / 20, i % 20 == 7 ? new Faulty(i) : [Row.Put("user", $"{i}", default), Row.Put("user", "b", default)], Patience).AsTask())
            .ToArray();
        for (var i = 0; i < waiting.Length; i++)
        {
            if (i == 7)
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => waiting[i]);
            }
            else
            {
                Assert.Equal(i % 20 != 7, await waiting[i]);
            }
        }

        Assert.Equal(0, (await store.LoadAsync("s/7", Patience)).Version);
        Assert.Equal(3, (await store.LoadAsync("s/8", Patience)).Version);
        Assert.True(await store.IsHealthyAsync(Patience));
        var positions = new List<long>();
        await foreach (var commit in store.TailAsync(0, Patience))
        {
            Assert.Equal(2, commit.Rows.Count);
            positions.Add(commit.Position);
            if (positions.Count == 57)
            {
                break;
            }
        }

        Assert.Equal(positions.Distinct().Order(), positions);
    }

    [Fact]
    public async Task Those_who_gave_up_waiting_do_not_disturb_the_others()
    {
        using var impatient = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 100)
            .Select(i => store.AppendAsync($"s/{i}", 0, [Row.Put("user", "alice", default)], i % 2 == 0 ? impatient.Token : Patience).AsTask())
            .ToArray();
        await impatient.CancelAsync();

        for (var i = 0; i < waiting.Length; i++)
        {
            try
            {
                Assert.True(await waiting[i]);
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(0, i % 2);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Rows of which the last cannot be had once the append has begun.</summary>
    private sealed class Faulty(int number) : IReadOnlyList<Row>
    {
        private int asked;

        public int Count => 2;

        public Row this[int index] => index == 1 && ++asked > 1 ? throw new InvalidOperationException("No more rows.") : Row.Put("user", $"{number}/{index}", default);

        public IEnumerator<Row> GetEnumerator() => throw new NotSupportedException();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
