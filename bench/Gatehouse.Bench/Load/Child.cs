using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;

namespace Gatehouse.Bench.Load;

/// <summary>A server in a process of its own: one of the programs beside this one, on a loopback port that it chooses.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const string Listening = "listening on ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly StringBuilder complaints = new();

    private Child(Process process) => this.process = process;

    /// <summary>Where it listens.</summary>
    internal IPEndPoint Endpoint { get; private set; } = new(IPAddress.Loopback, 0);

    /// <summary>What its process has used of the processors so far, as the kernel counts it: in hundredths of a second.</summary>
    internal TimeSpan Cpu
    {
        get
        {
            var fields = File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[1].Split(' ');
            var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            return TimeSpan.FromMilliseconds(ticks * 10);
        }
    }

    /// <summary>The memory of its process that is resident, in bytes.</summary>
    internal long ResidentBytes => MemoryOf("VmRSS:");

    /// <summary>The most memory of its process that ever was resident, in bytes.</summary>
    internal long PeakBytes => MemoryOf("VmHWM:");

    /// <summary>Starts a program and waits until it says where it listens.</summary>
    /// <param name="program">The assembly, which stands beside this one.</param>
    /// <param name="folder">The folder it works in.</param>
    /// <param name="environment">The settings it gets, and no others of ours.</param>
    /// <param name="arguments">Its arguments.</param>
    internal static async Task<Child> StartAsync(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Host(), ["exec", Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GATEHOUSE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var child = new Child(Process.Start(start)!);
        child.process.ErrorDataReceived += (_, line) => child.Complain(line.Data);
        child.process.BeginErrorReadLine();
        try
        {
            await child.ListenAsync().WaitAsync(Patience);
            return child;
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks it to stop, and waits until it has.</summary>
    internal async Task StopAsync()
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    // The same host that runs us.
    private static string Host() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

    private long MemoryOf(string line) => 1024 * long.Parse(
        File.ReadLines($"/proc/{process.Id}/status").Single(found => found.StartsWith(line, StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var place = line.IndexOf(Listening, StringComparison.Ordinal);
            if (place >= 0)
            {
                var address = new Uri(line[(place + Listening.Length)..].Split(',')[0]);
                Endpoint = new(IPAddress.Loopback, address.Port);

                // What it says further is of no interest; it must not wait for somebody to read it.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return;
            }
        }

        throw new InvalidOperationException($"The program ended before it listened:\n{complaints}");
    }

    private void Complain(string? line)
    {
        if (line is not null && complaints.Length < 16 * 1024)
        {
            complaints.AppendLine(line);
        }
    }
}
