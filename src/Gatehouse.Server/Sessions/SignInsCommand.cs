using System.Collections;
using System.CommandLine;
using System.Globalization;

namespace Gatehouse.Server.Sessions;

/// <summary><c>gatehouse sign-ins</c>: shows whose password attempts are slowed down, and lets them go.</summary>
internal static class SignInsCommand
{
    private const int Refused = 1;
    private const int WrongUse = 2;

    /// <summary>Builds the command with those below it.</summary>
    /// <param name="environment">Where it calls and as whom; the process's own variables when it is not given.</param>
    /// <param name="clock">What it signs by; the system's when it is not given.</param>
    internal static Command Build(IDictionary? environment = null, TimeProvider? clock = null)
    {
        var list = new Command("list", "Lists whose password attempts wait at the moment, after five wrong ones within a quarter of an hour.");
        list.SetAction((parsed, cancel) => RunAsync(parsed, async (client, output) =>
        {
            var answer = await client.CallAsync("ListSignInThrottles", "{}"u8.ToArray(), cancel);
            foreach (var one in answer.GetProperty("SignInThrottles").EnumerateArray())
            {
                var last = DateTimeOffset.FromUnixTimeMilliseconds((long)(one.GetProperty("LastFailureTime").GetDouble() * 1000));
                var who = one.TryGetProperty("PrincipalArn", out var arn) ? arn.GetString() : "(a name that no user has)";
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{one.GetProperty("FailedAttempts").GetInt32(),4} wrong  last {last.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}  {who}"));
            }
        }));
        var clear = new Command("clear", "Forgets the wrong attempts of the account, so that nobody waits.");
        clear.SetAction((parsed, cancel) => RunAsync(parsed, async (client, output) =>
        {
            var answer = await client.CallAsync("ClearSignInThrottles", "{}"u8.ToArray(), cancel);
            await output.WriteLineAsync($"Cleared {answer.GetProperty("Cleared").GetInt32()}.");
        }));
        return new(
            "sign-ins",
            "Shows whose password attempts are slowed down in an account, at the server and with the credentials of the variables that gatehouse sessions reads.\n"
            + "Exit codes: 0 done; 1 refused or not reached; 2 wrong use.")
        {
            list,
            clear,
        };

        async Task<int> RunAsync(ParseResult parsed, Func<ServiceClient, TextWriter, Task> command)
        {
            try
            {
                using var client = new ServiceClient(environment ?? Environment.GetEnvironmentVariables(), clock ?? TimeProvider.System);
                await command(client, parsed.InvocationConfiguration.Output);
                return 0;
            }
            catch (ServiceRefusal refusal)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"gatehouse: {refusal.Message.ReplaceLineEndings(" ")}");
                return refusal.WrongUse ? WrongUse : Refused;
            }
        }
    }
}
