using System.CommandLine;
using System.CommandLine.Parsing;

namespace Gatehouse.Policies;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    internal static Option<string> Output(params string[] forms)
    {
        var option = new Option<string>("--output") { Description = "How to answer.", DefaultValueFactory = _ => forms[0], HelpName = string.Join('|', forms) };
        option.AcceptOnlyFromAmong(forms);
        return option;
    }

    internal static Option<string[]> Redact() =>
        Many("--redact", "KEY", "Condition keys whose values are not shown; a beginning followed by * names all that share it.");

    internal static Option<bool> FailOnDeny() => new("--fail-on-deny") { Description = "Exit with 1 when something is denied." };

    internal static Option<string[]> Many(string name, string value, string description)
    {
        var option = new Option<string[]>(name)
        {
            Description = description,
            HelpName = value,
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = static _ => [],
        };
        option.Validators.Add(RefuseOptions);
        return option;
    }

    /// <summary>An option that nobody knows would otherwise pass as one more value.</summary>
    internal static void RefuseOptions(SymbolResult result)
    {
        foreach (var token in result.Tokens.Where(static token => token.Value.StartsWith('-')))
        {
            result.AddError($"Unknown option '{token.Value}'.");
        }
    }
}
