using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Gatehouse.Policies.Tests;

/// <summary>What pages promise: every command of docs/policies.md works with the files shown, and the package's example is the sample.</summary>
public sealed partial class PageTests : IDisposable
{
    private readonly PolicyFolder folder = new();

    [Fact]
    public async Task Every_command_of_the_page_works_with_the_files_shown()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(PolicyFolder.Repository, "docs", "policies.md"));
        foreach (Match file in Files().Matches(page))
        {
            folder.Write(file.Groups[1].Value, file.Groups[2].Value);
        }

        var commands = Commands().Matches(page);
        var root = new RootCommand { PolicyCommand.Build() };
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder.Root;
        try
        {
            foreach (Match command in commands)
            {
                using var output = new StringWriter();
                using var errors = new StringWriter();
                var code = await PolicyCommand.InvokeAsync(root.Parse([.. CommandLineParser.SplitCommandLine(command.Groups[1].Value)]), new() { Output = output, Error = errors });

                Assert.True(code == (command.Groups[2].Success ? int.Parse(command.Groups[2].Value) : 0), $"{command.Value} answered {code}\n{output}{errors}");
                Assert.Equal("", errors.ToString());
            }
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }

        Assert.True(commands.Count >= 9);
    }

    [Fact]
    public void The_example_of_the_package_is_the_sample()
    {
        var page = File.ReadAllText(Path.Combine(PolicyFolder.Repository, "src", "Gatehouse.PolicyEngine", "README.md"));
        var sample = File.ReadAllText(Path.Combine(PolicyFolder.Repository, "samples", "EmbeddedEngine", "Program.cs"));

        Assert.Contains($"```csharp\n{sample}```\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_runs()
    {
        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            System.Reflection.Assembly.Load("EmbeddedEngine").EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.StartsWith("False\nimplicitDeny: arn:aws:iam::111122223333:user/alice notes:Read on arn:aws:notes:::bob/diary\n", output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    // A name in back quotes, then what the file holds.
    [GeneratedRegex(@"^`([\w./-]+\.(?:json|yaml))`:\n\n```(?:json|yaml)\n(.*?)```", RegexOptions.Multiline | RegexOptions.Singleline, 10_000)]
    private static partial Regex Files();

    // What comes after > is the shell's; a comment may say the exit code.
    [GeneratedRegex(@"^    gatehouse (policy [^#>\n]*)(?:> \S+)?(?:# answers (\d))?$", RegexOptions.Multiline, 10_000)]
    private static partial Regex Commands();
}
