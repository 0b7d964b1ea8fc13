using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gatehouse.Conformance;

/// <summary>The server as a user runs it: a process of its own, on a data folder of its own.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    /// <summary>The first account.</summary>
    public const string Account = "111122223333";

    /// <summary>The root access key id.</summary>
    public const string KeyId = "AKIAROOTROOTROOTROOT";

    /// <summary>Its secret.</summary>
    public const string Secret = "rootsecretrootsecretrootsecretrootsecret";

    private const string Started = "started-before";

    private readonly Process process;

    private ServerProcess(Process process, string folder, string endpoint, string welcome, Task<string> log)
    {
        this.process = process;
        Log = log;
        Folder = folder;
        Endpoint = endpoint;
        Welcome = welcome;
    }

    /// <summary>Its working folder.</summary>
    public string Folder { get; }

    /// <summary>Where it listens.</summary>
    public string Endpoint { get; }

    /// <summary>What it printed when it started.</summary>
    public string Welcome { get; }

    /// <summary>What it logged, once it has ended.</summary>
    public Task<string> Log { get; }

    /// <summary>Makes a folder for a server.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("gatehouse-").FullName;

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="bootstrap">Whether the first account and its key are given; else they are drawn.</param>
    /// <param name="arguments">Further arguments.</param>
    public static async Task<ServerProcess> StartAsync(string folder, bool bootstrap = true, params string[] arguments)
    {
        var process = Launch(folder, bootstrap, ["--urls", "http://127.0.0.1:0", .. arguments]);
        var errors = process.StandardError.ReadToEndAsync();
        var lines = new List<string>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            lines.Add(line);
            // What it prints ends with the first command to try; a server that has an account already has less to say.
            if (line.Contains("get-caller-identity", StringComparison.Ordinal)
                || (line.StartsWith("Account ", StringComparison.Ordinal) && File.Exists(Path.Combine(folder, Started))))
            {
                break;
            }
        }

        await File.WriteAllTextAsync(Path.Combine(folder, Started), "");
        var welcome = string.Join('\n', lines);
        var endpoint = Listening().Match(welcome);
        return endpoint.Success
            ? new(process, folder, endpoint.Groups[1].Value, welcome, errors)
            : throw new InvalidOperationException("The server did not start: " + welcome);
    }

    /// <summary>Runs the program until it ends by itself.</summary>
    public static async Task<Output> RunAsync(string folder, bool bootstrap, IReadOnlyDictionary<string, string>? environment = null, params string[] arguments)
    {
        using var process = Launch(folder, bootstrap, arguments, environment);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Kills the process at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks the process to stop, as Ctrl-C does, and waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(40)).Token);
        return process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static Process Launch(string folder, bool bootstrap, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gatehouse.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GATEHOUSE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        if (bootstrap)
        {
            start.Environment["GATEHOUSE_ACCOUNT_ID"] = Account;
            start.Environment["GATEHOUSE_ROOT_ACCESS_KEY_ID"] = KeyId;
            start.Environment["GATEHOUSE_ROOT_SECRET_ACCESS_KEY"] = Secret;
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex("listening on (https?://[^ ,\n]+)")]
    private static partial Regex Listening();
}
