using System.CommandLine;
using System.Text.Json;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary><c>policy validate</c>: everything AWS would refuse in a policy, at once.</summary>
internal static class ValidateCommand
{
    private static readonly Dictionary<string, PolicyKind> Kinds = new(StringComparer.Ordinal)
    {
        ["identity"] = PolicyKind.Identity,
        ["managed"] = PolicyKind.ManagedIdentity,
        ["boundary"] = PolicyKind.Boundary,
        ["session"] = PolicyKind.Session,
        ["resource"] = PolicyKind.Resource,
        ["trust"] = PolicyKind.Trust,
        ["scp"] = PolicyKind.ServiceControl,
        ["rcp"] = PolicyKind.ResourceControl,
        ["endpoint"] = PolicyKind.Endpoint,
    };

    internal static Command Build()
    {
        var files = new Argument<string[]>("FILE") { Description = "Files with one policy each.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(Options.RefuseOptions);
        var type = new Option<string>("--type") { Description = "What the policies are going to be.", DefaultValueFactory = static _ => "identity", HelpName = "TYPE" };
        type.AcceptOnlyFromAmong([.. Kinds.Keys]);
        var output = Options.Output("text", "json", "sarif");
        var command = new Command("validate", "Finds everything that is wrong with policies.\n" + ExitCode.Help) { files, type, output };
        command.SetAction(parsed => Terminal.Run(parsed, terminal => Run(terminal, parsed.GetValue(files)!, Kinds[parsed.GetValue(type)!], parsed.GetValue(output)!)));
        return command;
    }

    private static int Run(Terminal terminal, IReadOnlyList<string> files, PolicyKind kind, string output)
    {
        var results = new List<(string File, IReadOnlyList<PolicyProblem> Problems)>();
        var unreadable = 0;
        foreach (var file in files)
        {
            try
            {
                // Services differ in what a Sid may hold in the policies of their resources.
                results.Add((file, PolicyValidator.Validate(TextFile.Read(file), kind, new() { AnySid = kind == PolicyKind.Resource }).Problems));
            }
            catch (InputException wrong)
            {
                terminal.Complain(wrong.Message);
                unreadable++;
            }
        }

        switch (output)
        {
            case "json":
                terminal.Json(json => Write(json, results));
                break;
            case "sarif":
                terminal.Json(json => Sarif.Write(json, [.. results.SelectMany(static result => result.Problems.Select(problem =>
                    new Sarif.Result(problem.Code, "error", PolicyLibrary.Problem(problem), Origin.Of(result.File).At(problem.Position))))]));
                break;
            default:
                Tell(terminal, results);
                break;
        }

        return unreadable > 0 ? ExitCode.Unusable : results.Any(static result => result.Problems.Count > 0) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static void Tell(Terminal terminal, IReadOnlyList<(string File, IReadOnlyList<PolicyProblem> Problems)> results)
    {
        foreach (var (file, problems) in results)
        {
            foreach (var problem in problems)
            {
                terminal.Line($"{Origin.Of(file).At(problem.Position)}: {PolicyLibrary.Problem(problem)}");
            }
        }

        var count = results.Sum(static result => result.Problems.Count);
        terminal.Line($"{results.Count} {(results.Count == 1 ? "file" : "files")}, {(count == 0 ? "no problems" : count == 1 ? "1 problem" : $"{count} problems")}");
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<(string File, IReadOnlyList<PolicyProblem> Problems)> results)
    {
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (var (file, problems) in results)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteBoolean("valid", problems.Count == 0);
            json.WriteStartArray("problems");
            foreach (var problem in problems)
            {
                json.WriteStartObject();
                json.WriteString("code", problem.Code);
                json.WriteNumber("line", problem.Position.Line);
                json.WriteNumber("column", problem.Position.Column);
                json.WriteString("path", problem.Path);
                json.WriteString("found", problem.Found);
                json.WriteString("allowed", problem.Allowed);
                json.WriteString("awsMessage", problem.WireText);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
