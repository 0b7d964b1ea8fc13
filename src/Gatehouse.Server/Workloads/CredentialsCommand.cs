using System.Collections;
using System.CommandLine;
using Gatehouse.Server.Sessions;
using System.Globalization;
using Gatehouse.Workloads;

namespace Gatehouse.Server.Workloads;

/// <summary><c>gatehouse credentials</c>: prints credentials for <c>credential_process</c>, which AWS's clients run when they need some.</summary>
internal static class CredentialsCommand
{
    private const int Refused = 1;
    private const int LeastSeconds = 900;

    /// <summary>Builds the command.</summary>
    /// <param name="environment">Where the server and an access key are looked for; the process's own variables when it is not given.</param>
    /// <param name="clock">What it signs by; the system's when it is not given.</param>
    internal static Command Build(IDictionary? environment = null, TimeProvider? clock = null)
    {
        var options = new RoleOptions(LeastSeconds);
        var command = new Command(
            "credentials",
            $"Asks a server for credentials of a role, and prints them as credential_process wants them.\n{RoleOptions.Proofs}\n"
            + "Exit codes: 0 done; 1 refused, not reached, or nothing to prove it with; 2 wrong use.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var (role, make) = options.Read(parsed, environment ?? Environment.GetEnvironmentVariables());
                var time = clock ?? TimeProvider.System;
                using var client = make(time);
                var given = await client.AskAsync($"gatehouse-{time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}", cancel);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(ProcessCredentials.Print(given, role.Account));
                return 0;
            }
            catch (WorkloadRefusal refusal)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"gatehouse: {ServiceCommands.Plain(refusal.Message.ReplaceLineEndings(" "))}");
                return Refused;
            }
        });
        return command;
    }
}
