using System.CommandLine;
using System.Text.Json;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary><c>policy simulate</c>: the decision for each action and resource, one a line.</summary>
internal static class SimulateCommand
{
    internal static Command Build()
    {
        var questions = new QuestionOptions();
        var output = Options.Output("text", "json");
        var failOnDeny = Options.FailOnDeny();
        var command = new Command("simulate", "Says for each action and resource whether the policies allow it.\n" + ExitCode.Help) { output, failOnDeny };
        questions.AddTo(command);
        command.SetAction(parsed => Terminal.Run(parsed, terminal =>
        {
            var policies = questions.Policies(parsed, new(terminal));
            var answers = questions.Questions(parsed).Select(question => question.Ask(policies)).ToArray();
            if (parsed.GetValue(output) == "json")
            {
                terminal.Json(json => Write(json, answers, policies));
            }
            else
            {
                Tell(terminal, answers, policies);
            }

            return parsed.GetValue(failOnDeny) && answers.Any(static answer => !answer.Decision.Allowed) ? ExitCode.Findings : ExitCode.Fine;
        }));
        return command;
    }

    private static void Tell(Terminal terminal, IReadOnlyList<Explanation> answers, PolicyGroup policies)
    {
        foreach (var answer in answers)
        {
            terminal.Line($"{Words.Of(answer.Decision.Outcome),-12} {answer.Request.Action} {answer.Request.Resource}");
            foreach (var match in answer.Matched)
            {
                terminal.Line($"  {Words.Of(match.Layer)}: {match.Statement.Effect} {LoadedPolicy.NameOf(match.Statement)} at {policies.Of(match)}");
            }

            if (answer.BlockedBy.Count > 0)
            {
                terminal.Line($"  blocked by: {string.Join(", ", answer.BlockedBy.Select(Words.Of))}");
            }

            if (answer.MissingContext.Count > 0)
            {
                terminal.Line($"  missing from the request: {string.Join(", ", answer.MissingContext)}");
            }
        }
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Explanation> answers, PolicyGroup policies)
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var answer in answers)
        {
            json.WriteStartObject();
            json.WriteString("action", answer.Request.Action);
            json.WriteString("resource", answer.Request.Resource);
            json.WriteString("decision", Words.Of(answer.Decision.Outcome));
            json.WriteString("decidedBy", Words.Of(answer.Decision.Layer));
            json.WriteStartArray("matched");
            foreach (var match in answer.Matched)
            {
                var place = policies.Of(match);
                json.WriteStartObject();
                json.WriteString("layer", Words.Of(match.Layer));
                json.WriteString("file", place.File);
                json.WriteNumber("line", place.Start.Line);
                json.WriteNumber("column", place.Start.Column);
                json.WriteNumber("statement", match.Statement.Index);
                if (match.Statement.Sid is { } sid)
                {
                    json.WriteString("sid", sid);
                }

                json.WriteString("effect", match.Statement.Effect.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Strings(json, "blockedBy", answer.BlockedBy.Select(Words.Of));
            Strings(json, "missingContext", answer.MissingContext);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
