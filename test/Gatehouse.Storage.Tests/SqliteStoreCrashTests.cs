using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Gatehouse.Accounts.Storage;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Storage.Tests;

/// <summary>The process is killed at any instant: nothing acknowledged is lost, nothing half done is there, and the store opens.</summary>
public sealed class SqliteStoreCrashTests
{
    private const int Rounds = 13;

    /// <remarks>13 kills of a process that writes to four stores: 52 stores die in the middle of writing, or of opening.</remarks>
    [Fact]
    public async Task Nothing_acknowledged_is_lost_by_a_kill()
    {
        using var folder = new DataFolder();
        var acknowledged = new Dictionary<(int Store, string Stream), long>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var line in await KillAfter(round % 5 == 0 ? 0 : RandomNumberGenerator.GetInt32(2, 400), folder.Path))
            {
                var words = line.Split(' ');
                var (stream, version) = ((int.Parse(words[0], CultureInfo.InvariantCulture), words[1]), long.Parse(words[2], CultureInfo.InvariantCulture));
                Assert.Equal(acknowledged.GetValueOrDefault(stream) + 1, version);
                acknowledged[stream] = version;
            }

            for (var number = 0; number < Child.Stores; number++)
            {
                await using var store = SqliteStore.Open(Path.Combine(folder.Path, $"{number}"), TimeProvider.System);
                for (var writer = 0; writer < Child.Writers; writer++)
                {
                    var stream = (number, $"account/{writer}");
                    acknowledged[stream] = await Check(store, stream.Item2, acknowledged.GetValueOrDefault(stream));
                }
            }
        }

        Assert.True(acknowledged.Values.Sum() > Rounds);
    }

    /// <summary>Lets a child acknowledge so many commits, kills it, and says what it acknowledged; 0 kills it while it opens the store.</summary>
    private static async Task<List<string>> KillAfter(int patience, string folder)
    {
        using var child = Child.Start(Child.Writes, folder);
        var lines = new List<string>();
        if (patience == 0)
        {
            await Task.Delay(RandomNumberGenerator.GetInt32(30, 150));
            child.Kill();
        }

        while (await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (lines.Count == patience)
            {
                child.Kill();
            }
        }

        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        return [.. lines.Skip(1)];
    }

    /// <returns>The version the stream has: at least the acknowledged one, at most the one that was on its way.</returns>
    private static async Task<long> Check(SqliteStore store, string stream, long acknowledged)
    {
        var stored = await store.LoadAsync(stream, TestContext.Current.CancellationToken);
        Assert.InRange(stored.Version, acknowledged, acknowledged + 1);

        var rows = stored.Rows.ToDictionary(static row => (row.Table, row.Key), static row => long.Parse(row.Value.Span, CultureInfo.InvariantCulture));
        Assert.Equal(stored.Version == 0 ? 0 : stored.Version + 2, rows.Count);
        for (var version = 1L; version <= stored.Version; version++)
        {
            Assert.Equal(version, rows[("number", version.ToString(CultureInfo.InvariantCulture))]);
        }

        var expected = stored.Version;
        await foreach (var commit in store.HistoryAsync(stream, long.MaxValue, TestContext.Current.CancellationToken))
        {
            Assert.Equal(expected--, commit.Version);
            Assert.Equal(4, commit.Rows.Count);
            Assert.All(commit.Rows, row => Assert.Equal(commit.Version, long.Parse(row.Value.Span, CultureInfo.InvariantCulture)));
        }

        Assert.Equal(0, expected);
        return stored.Version;
    }
}
