using Gatehouse.Accounts.Storage;
using Gatehouse.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Tests;

/// <summary>What a data folder may be when the server starts on it.</summary>
public sealed class SqliteStoreFolderTests : IDisposable
{
    private readonly DataFolder folder = new();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_is_there_after_opening_again()
    {
        await using (var store = Open())
        {
            await store.AppendAsync("s", 0, [Row.Put("user", "alice", "1"u8.ToArray()), Row.Note("event", "e", default)], Patience);
            await store.AppendAsync("s", 1, [Row.Put("user", "alice", "2"u8.ToArray())], Patience);
        }

        await using var again = Open();
        Assert.Equal(2, (await again.LoadAsync("s", Patience)).Version);
        Assert.True(await again.AppendAsync("s", 2, [Row.Put("user", "bob", default)], Patience));
        var positions = new List<long>();
        await foreach (var commit in again.TailAsync(0, Patience))
        {
            positions.Add(commit.Position);
            if (positions.Count == 3)
            {
                break;
            }
        }

        Assert.Equal(positions.Distinct().Order(), positions);
    }

    [Fact]
    public async Task A_new_folder_is_made_and_only_its_owner_may_look_in()
    {
        var path = Path.Combine(folder.Path, "a", "b");
        await using var store = SqliteStore.Open(path, TimeProvider.System);

        Assert.True(await store.IsHealthyAsync(Patience));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
            foreach (var file in Directory.GetFiles(path, "gatehouse.db*"))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_until_it_is_let_go()
    {
        var first = Open();
        var refusal = Assert.Throws<DataFolderException>(Open);
        Assert.Equal(
            $"The data folder '{folder.Path}' is in use by another Gatehouse process. Stop that one, or start this one on another folder.", refusal.Message);

        Assert.True(await first.AppendAsync("s", 0, [Row.Put("user", "alice", default)], Patience));
        await first.DisposeAsync();
        await using var second = Open();
        Assert.Equal(1, (await second.LoadAsync("s", Patience)).Version);
    }

    [Fact]
    public async Task A_folder_held_by_another_process_is_refused_until_that_is_killed()
    {
        using var child = Child.Start(Child.Holds, folder.Path);
        Assert.Equal("ready", await child.StandardOutput.ReadLineAsync(Patience));

        Assert.Contains(folder.Path, Assert.Throws<DataFolderException>(Open).Message, StringComparison.Ordinal);

        child.Kill();
        await child.WaitForExitAsync(Patience);
        await using var store = Open();
        Assert.True(await store.IsHealthyAsync(Patience));
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_left_alone()
    {
        await Open().DisposeAsync();
        Change("pragma user_version = 7");
        var before = await File.ReadAllBytesAsync(folder.Database, Patience);

        var refusal = Assert.Throws<DataFolderException>(Open);

        Assert.Equal(
            $"'{folder.Database}' was written by a newer Gatehouse (layout 7; this one knows 1). Start that version, or start on another data folder.", refusal.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.Database, Patience));
        Assert.Throws<DataFolderException>(Open);
    }

    [Theory]
    [InlineData("create table notes (text)")]
    [InlineData("create table notes (text); pragma user_version = 1")]
    public void A_database_of_another_program_is_refused(string making)
    {
        Change(making);

        Assert.Equal($"'{folder.Database}' is a database, but not one of Gatehouse. Start on another data folder.", Assert.Throws<DataFolderException>(Open).Message);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(folder.Database, string.Concat(Enumerable.Repeat("this is no database. ", 500)), Patience);

        Assert.StartsWith($"'{folder.Database}' is damaged or no database: ", Assert.Throws<DataFolderException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_refused_or_unavailable_but_never_read_wrong()
    {
        await using (var store = Open())
        {
            for (var version = 0; version < 20; version++)
            {
                await store.AppendAsync("s", version, [.. Enumerable.Range(0, 50).Select(i => Row.Put("user", $"{version}/{i}", new byte[100]))], Patience);
            }
        }

        var sound = await File.ReadAllBytesAsync(folder.Database, Patience);
        for (var page = 0; page < sound.Length / 4096; page++)
        {
            var damaged = sound.ToArray();
            damaged.AsSpan(page * 4096, 2048).Fill(0xa5);
            await File.WriteAllBytesAsync(folder.Database, damaged, Patience);
            try
            {
                await using var store = Open();
                var stored = await store.LoadAsync("s", Patience);
                Assert.Equal((20, 1000), (stored.Version, stored.Rows.Count));
                Assert.All(stored.Rows, static row => Assert.Equal(100, row.Value.Length));
            }
            catch (DataFolderException refused)
            {
                Assert.Contains(folder.Database, refused.Message, StringComparison.Ordinal);
            }
            catch (StoreUnavailableException unavailable)
            {
                Assert.Contains("it is damaged", unavailable.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_journal_that_is_damaged_loses_only_what_it_held()
    {
        await using (var store = Open())
        {
            await store.AppendAsync("s", 0, [Row.Put("user", "alice", default)], Patience);
        }

        await File.WriteAllBytesAsync(folder.Database + "-wal", [.. Enumerable.Repeat((byte)0x5a, 9000)], Patience);
        await using var again = Open();
        Assert.Equal(1, (await again.LoadAsync("s", Patience)).Version);
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_refused()
    {
        var path = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(path, "", Patience);

        var refusal = Assert.Throws<DataFolderException>(() => SqliteStore.Open(path, TimeProvider.System));

        Assert.StartsWith($"The data folder '{path}' cannot be used: ", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private SqliteStore Open() => SqliteStore.Open(folder.Path, TimeProvider.System);

    private void Change(string statements)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
