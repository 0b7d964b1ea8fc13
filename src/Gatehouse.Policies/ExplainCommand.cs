using System.CommandLine;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary><c>policy explain</c>: one decision with everything that led to it.</summary>
internal static class ExplainCommand
{
    internal static Command Build()
    {
        var file = new Argument<string?>("REQUEST")
        {
            Description = "The question and its policies, as JSON or YAML: {policies, boundary, session, resourcePolicy, scp, rcp, endpoint, principal, action, resource, resourceAccount, context}; "
                + "policies inline or by their paths. Or use the options.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        file.Validators.Add(Options.RefuseOptions);
        var questions = new QuestionOptions();
        var redact = Options.Redact();
        var output = Options.Output("text", "json");
        var failOnDeny = Options.FailOnDeny();
        var command = new Command("explain", "Decides one request, and says why.\n" + ExitCode.Help) { file, output, redact, failOnDeny };
        questions.AddTo(command);
        command.SetAction(parsed => Terminal.Run(parsed, terminal =>
        {
            var (policies, question) = Read(parsed, parsed.GetValue(file), questions, new(terminal));
            var explanation = question.Ask(policies);
            var flips = Counterfactuals.Find(explanation.Request, question.Inputs(policies));
            var sensitive = Sensitive.Keys(parsed.GetValue(redact)!, policies);
            terminal.Line(parsed.GetValue(output) == "json" ? explanation.ToJson(sensitive, flips) : explanation.ToText(sensitive, flips).TrimEnd());
            return parsed.GetValue(failOnDeny) && !explanation.Decision.Allowed ? ExitCode.Findings : ExitCode.Fine;
        }));
        return command;
    }

    private static (PolicyGroup Policies, Question Question) Read(ParseResult parsed, string? file, QuestionOptions options, PolicyLibrary library)
    {
        if (file is null)
        {
            var policies = options.Policies(parsed, library);
            return options.Questions(parsed).ToArray() is [var one] ? (policies, one) : throw new InputException("explains one action on one resource; simulate takes several");
        }

        return options.Given(parsed) ? throw new InputException("give a request file or options, not both") : RequestFile.ReadRequest(library, file);
    }
}
