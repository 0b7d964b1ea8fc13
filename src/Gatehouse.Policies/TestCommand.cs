using System.CommandLine;
using System.Text.Json;

namespace Gatehouse.Policies;

/// <summary><c>policy test</c>: asks every question of a folder of tests, and shows what none of them reached.</summary>
internal static class TestCommand
{
    /// <summary>Files of tests end in this, so that they may lie beside policies.</summary>
    private static readonly string[] Endings = [".test.json", ".test.yaml", ".test.yml"];

    private const int MostFiles = 10_000;

    internal static Command Build()
    {
        var folder = new Argument<string>("DIR") { Description = $"A folder: every file below it that ends in {string.Join(", ", Endings)}. Or one such file." };
        folder.Validators.Add(Options.RefuseOptions);
        var output = Options.Output("text", "json", "junit", "sarif");
        var redact = Options.Redact();
        var coverage = new Option<int>("--coverage-min") { Description = "Exit with 1 when less than this percentage of statements and conditions is reached.", HelpName = "PERCENT" };
        coverage.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var value) && value is >= 0 and <= 100))
            {
                result.AddError("--coverage-min is a percentage, 0 to 100.");
            }
        });
        var command = new Command("test", "Runs tests of policies: requests and the decisions they must get.\n" + ExitCode.Help) { folder, output, coverage, redact };
        command.SetAction((parsed, cancel) => Task.FromResult(Terminal.Run(parsed, terminal =>
        {
            var library = new PolicyLibrary(terminal);
            var run = new TestRun([.. Files(parsed.GetValue(folder)!).Select(file => RequestFile.ReadTests(library, file))], parsed.GetValue(coverage), parsed.GetValue(redact)!, cancel);
            Report(terminal, run, parsed.GetValue(output)!);
            return run.Failed.Any() || !run.Covered ? ExitCode.Findings : ExitCode.Fine;
        })));
        return command;
    }

    private static string[] Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        try
        {
            // Links are not followed: a loop of them would have no end.
            var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 32, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
            var files = Directory.EnumerateFiles(path, "*.test.*", options).Where(static file => Endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal))).Take(MostFiles + 1).Order(StringComparer.Ordinal).ToArray();
            return files.Length switch
            {
                0 => throw new InputException($"{path}: no file ends in {string.Join(", ", Endings)}"),
                > MostFiles => throw new InputException($"{path}: more than {MostFiles} files of tests"),
                _ => files,
            };
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read");
        }
    }

    private static void Report(Terminal terminal, TestRun run, string output)
    {
        switch (output)
        {
            case "json":
                terminal.Json(json => Write(json, run));
                break;
            case "junit":
                terminal.Line(JUnit.Write(run));
                break;
            case "sarif":
                terminal.Json(json => Sarif.Write(
                    json,
                    [
                        .. run.Failed.Select(result => new Sarif.Result("test-failed", "error", $"{result.Case.Name}: {result.Summary}\n{run.Explain(result)}", result.Case.Place)),
                        .. run.Coverage.Gaps.Select(static gap => new Sarif.Result(gap.Rule, "warning", gap.Text, gap.Place)),
                    ]));
                break;
            default:
                Tell(terminal, run);
                break;
        }
    }

    private static void Tell(Terminal terminal, TestRun run)
    {
        foreach (var result in run.Failed)
        {
            terminal.Line($"{result.Case.Place}: failed: {result.Case.Name}: {result.Summary}");
            terminal.Line("  " + run.Explain(result).Replace("\n", "\n  ", StringComparison.Ordinal));
        }

        foreach (var gap in run.Coverage.Gaps)
        {
            terminal.Line($"{gap.Place}: not reached: {gap.Text}");
        }

        terminal.Line($"{run.Results.Count} {(run.Results.Count == 1 ? "test" : "tests")}, {run.Failed.Count()} failed, {run.Coverage.Summary}");
        if (!run.Covered)
        {
            terminal.Line($"coverage is below {run.CoverageWanted} %");
        }
    }

    private static void Write(Utf8JsonWriter json, TestRun run)
    {
        json.WriteStartObject();
        json.WriteStartArray("tests");
        foreach (var result in run.Results)
        {
            json.WriteStartObject();
            Place(json, result.Case.Place);
            json.WriteString("name", result.Case.Name);
            json.WriteBoolean("passed", result.Passed);
            json.WriteString("expected", Words.Of(result.Case.Expect));
            json.WriteString("decision", Words.Of(result.Outcome));
            if (!result.Passed)
            {
                json.WriteString("explanation", run.Explain(result));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("coverage");
        json.WriteNumber("percent", run.Coverage.Percent);
        json.WriteNumber("reached", run.Coverage.Reached);
        json.WriteNumber("total", run.Coverage.Total);
        json.WriteStartArray("notReached");
        foreach (var gap in run.Coverage.Gaps)
        {
            json.WriteStartObject();
            Place(json, gap.Place);
            json.WriteString("rule", gap.Rule);
            json.WriteString("text", gap.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, Origin place)
    {
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Start.Line);
        json.WriteNumber("column", place.Start.Column);
    }
}
