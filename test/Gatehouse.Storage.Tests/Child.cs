using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Gatehouse.Accounts.Storage;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Storage.Tests;

/// <summary>What this executable does when a test starts it as another process, and how a test starts it.</summary>
internal static partial class Child
{
    public const string Mark = "--as-child";

    /// <summary>Appends without end, from several writers, and prints each commit once it is acknowledged.</summary>
    public const string Writes = "writes";

    /// <summary>Holds the folder until it is killed.</summary>
    public const string Holds = "holds";

    /// <summary>Writes until the system refuses to let files grow, and then after it lets them again.</summary>
    public const string Fills = "fills";

    /// <summary>How many stores of its own folder each child writes to, and how many writers each store has.</summary>
    public const int Stores = 4;

    public const int Writers = 3;

    public static Process Start(string role, string folder)
    {
        var self = Environment.ProcessPath!;
        var hosted = string.Equals(Path.GetFileNameWithoutExtension(self), "dotnet", StringComparison.Ordinal);
        var start = new ProcessStartInfo(self) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[.. hosted ? (string[])[Assembly.GetExecutingAssembly().Location] : [], Mark, role, folder])
        {
            start.ArgumentList.Add(argument);
        }

        // The child lives for milliseconds: it should not spend them on compiling well.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_BackgroundWorkerTimeoutMs"] = "0";
        return Process.Start(start)!;
    }

    public static async Task<int> RunAsync(string role, string folder)
    {
        if (role == Writes)
        {
            await Say("ready");
            await Task.WhenAll(Enumerable.Range(0, Stores).Select(number => Task.Run(() => Write(folder, number))));
        }

        await using var store = SqliteStore.Open(folder, TimeProvider.System);
        await Say("ready");
        switch (role)
        {
            case Holds:
                await Task.Delay(Timeout.Infinite);
                return 0;
            case Fills:
                await Fill(store, folder);
                return 0;
            default:
                return 1;
        }
    }

    private static async Task Write(string folder, int number)
    {
        await using var store = SqliteStore.Open(Path.Combine(folder, $"{number}"), TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(store, number, $"account/{writer}"))));
    }

    private static async Task Write(SqliteStore store, int place, string stream)
    {
        var version = (await store.LoadAsync(stream, CancellationToken.None)).Version;
        while (true)
        {
            var number = (version + 1).ToString(CultureInfo.InvariantCulture);
            var value = Encoding.UTF8.GetBytes(number);
            Row[] rows = [Row.Put("number", number, value), Row.Put("latest", "left", value), Row.Note("event", number, value), Row.Put("latest", "right", value)];
            if (await store.AppendAsync(stream, version, rows, CancellationToken.None))
            {
                await Say($"{place} {stream} {number}");
                version++;
            }
        }
    }

    private static async Task Fill(SqliteStore store, string folder)
    {
        signal(FileSizeExceeded, Ignore);
        var limit = new Limit { Most = ulong.MaxValue };
        limit.Now = (ulong)new FileInfo(Path.Combine(folder, "gatehouse.db-wal")).Length + 200_000;
        await Say($"limited {setrlimit(FileSize, limit)}");

        var (version, value) = (0, new byte[20_000]);
        var failure = "none";
        try
        {
            while (version < 1000)
            {
                await store.AppendAsync("account/1", version, [Row.Put("user", $"{version}", value)], CancellationToken.None);
                version++;
            }
        }
        catch (StoreUnavailableException full)
        {
            failure = full.Message;
        }

        await Say($"failed {version > 0} {failure}");
        limit.Now = 1;
        await Say($"full {setrlimit(FileSize, limit)}");
        await Say($"healthy {await store.IsHealthyAsync(CancellationToken.None)}");
        await Say($"reads {(await store.LoadAsync("account/1", CancellationToken.None)).Version == version}");
        limit.Now = ulong.MaxValue;
        await Say($"freed {setrlimit(FileSize, limit)}");
        await Say($"healthy {await store.IsHealthyAsync(CancellationToken.None)}");
        await Say($"writes {await store.AppendAsync("account/1", version, [Row.Put("user", "after", value)], CancellationToken.None)}");
        var stored = await store.LoadAsync("account/1", CancellationToken.None);
        await Say($"kept {stored.Version == version + 1 && stored.Rows.Count == version + 1}");
    }

    private static async Task Say(string line)
    {
        await Console.Out.WriteLineAsync(line);
        await Console.Out.FlushAsync();
    }

    private const int FileSize = 1;
    private const int FileSizeExceeded = 25;
    private const nint Ignore = 1;

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint signal(int number, nint handler);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setrlimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Now;
        public ulong Most;
    }
}
