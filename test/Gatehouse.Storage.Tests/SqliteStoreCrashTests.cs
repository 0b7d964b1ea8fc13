using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Gatehouse.Accounts.Storage;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Storage.Tests;

/// <summary>The process is killed at any instant: nothing acknowledged is lost, nothing half done is there, and the store opens.</summary>
public sealed class SqliteStoreCrashTests
{
    private const int Lanes = 2;
    private const int Rounds = 26;

    /// <remarks>52 kills: two lanes side by side, each on a folder that lives through all of its rounds.</remarks>
    [Fact]
    public Task Nothing_acknowledged_is_lost_by_a_kill() => Task.WhenAll(Enumerable.Range(0, Lanes).Select(KillAgainAndAgain));

    private static async Task KillAgainAndAgain(int lane)
    {
        using var folder = new DataFolder();
        var acknowledged = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            // Some rounds die before the store is open, most in the middle of writing.
            var patience = (round + lane) % 5 == 0 ? 0 : RandomNumberGenerator.GetInt32(1, 120);
            foreach (var line in await KillAfter(patience, folder.Path))
            {
                var (stream, version) = (line.Split(' ')[0], long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
                Assert.Equal(acknowledged.GetValueOrDefault(stream) + 1, version);
                acknowledged[stream] = version;
            }

            await using var store = SqliteStore.Open(folder.Path, TimeProvider.System);
            for (var writer = 0; writer < Child.Writers; writer++)
            {
                acknowledged[$"account/{writer}"] = await Check(store, $"account/{writer}", acknowledged.GetValueOrDefault($"account/{writer}"));
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
