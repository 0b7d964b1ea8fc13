using System.CommandLine;

namespace Gatehouse.Policies;

/// <summary>The command <c>policy</c>: judges, asks and tests policy files, without any server.</summary>
public static class PolicyCommand
{
    /// <summary>Builds the command with those below it.</summary>
    public static Command Build() => new("policy", "Validates, simulates, explains and tests policy files, without a server.\n" + ExitCode.Help)
    {
        ValidateCommand.Build(),
        SimulateCommand.Build(),
        ExplainCommand.Build(),
        TestCommand.Build(),
    };

    /// <summary>Runs what was parsed. Wrong use is said in short lines on standard error and answered with 2, never with the 1 of a finding.</summary>
    /// <param name="parsed">What was parsed, of this command or of one that contains it.</param>
    /// <param name="configuration">Where output goes; the console if null.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> InvokeAsync(ParseResult parsed, InvocationConfiguration? configuration = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        configuration ??= new();
        if (parsed.Errors.Count == 0)
        {
            return await parsed.InvokeAsync(configuration, cancel);
        }

        var terminal = new Terminal(configuration.Output, configuration.Error);
        foreach (var error in parsed.Errors)
        {
            terminal.Complain(error.Message);
        }

        terminal.Complain("see --help");
        return ExitCode.Unusable;
    }
}
