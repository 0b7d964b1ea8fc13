using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Gatehouse.Conformance;

/// <summary>Runs every command of a page, as it stands there, with the real AWS CLI against a real server.</summary>
internal static partial class Pages
{
    /// <summary>The pages that hold commands: every fourth one, because four are run at once.</summary>
    /// <param name="which">0 for the first and every fourth after it, 1 to 3 for the others.</param>
    internal static TheoryData<string> Quarter(int which) => [.. Directory.EnumerateFiles(Path.Combine(Scripts.Root, "docs"), "*.md")
        .Append(Path.Combine(Scripts.Root, "README.md"))
        .Where(page => Block().IsMatch(File.ReadAllText(page)))
        .Select(page => Path.GetRelativePath(Scripts.Root, page))
        .Order(StringComparer.Ordinal)
        .Where((_, place) => place % 4 == which)];

    /// <summary>Runs a page.</summary>
    internal static async Task RunAsync(string page)
    {
        var (folder, text) = (ServerProcess.NewFolder(), await File.ReadAllTextAsync(Path.Combine(Scripts.Root, page), TestContext.Current.CancellationToken));
        var script = new StringBuilder();
        if (Settings().IsMatch(text))
        {
            // The page's server is set up as the page shows, and its commands run in its folder; its ports are exchanged for free ones.
            text = Port().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal)
                .Aggregate(text, static (all, address) => all.Replace(address, "127.0.0.1:" + FreePorts.Next(), StringComparison.Ordinal));
            await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), Settings().Match(text).Groups[1].Value, TestContext.Current.CancellationToken);
            script.Append("unset AWS_EC2_METADATA_DISABLED; cd ..\n");
        }

        if (string.Concat(Before().Matches(text).Select(block => block.Groups[1].Value)) is { Length: > 0 } first)
        {
            await RunFirstAsync(folder, first);
        }

        await using var server = await ServerProcess.StartAsync(folder);
        foreach (Match block in Block().Matches(text))
        {
            var commands = block.Groups[2].Value;
            script.Append(block.Groups[1].Success
                ? $"if ( {commands.TrimEnd()}\n) ; then echo 'This should have failed.' >&2; exit 1; fi\n"
                : commands);
        }

        var output = await Shell.RunAsync(server, script.ToString());

        Assert.True(output.ExitCode == 0, output.ToString());
    }

    // What has to be there when the server starts.
    private static async Task RunFirstAsync(string folder, string script)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script]) { WorkingDirectory = folder })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    [GeneratedRegex("^```sh before\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Before();

    [GeneratedRegex("^```sh( fails)?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^```json settings\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Settings();

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Port();
}
