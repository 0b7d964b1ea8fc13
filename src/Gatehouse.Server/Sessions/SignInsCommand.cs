using System.Collections;
using System.Collections.Frozen;
using System.CommandLine;
using Gatehouse.Accounts;

namespace Gatehouse.Server.Sessions;

/// <summary><c>gatehouse sign-ins</c>: shows whose password attempts are slowed down, and lets them go; says who needs a second factor.</summary>
internal static class SignInsCommand
{
    private static readonly FrozenDictionary<string, string> Needs =
        new Dictionary<string, string> { ["none"] = "None", ["root"] = "Root", ["all"] = "All" }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string Field, string Whose)[] Shown =
        [("MfaRequirement", "account"), ("InstallationMfaRequirement", "installation"), ("EffectiveMfaRequirement", "holds")];

    /// <summary>Builds the command with those below it.</summary>
    /// <param name="environment">Where it calls and as whom; the process's own variables when it is not given.</param>
    /// <param name="clock">What it signs by; the system's when it is not given.</param>
    internal static Command Build(IDictionary? environment = null, TimeProvider? clock = null)
    {
        var list = new Command("list", "Lists whose password attempts wait at the moment, after five wrong ones within a quarter of an hour.");
        list.SetAction((parsed, cancel) => ServiceCommands.RunAsync(Make, parsed, async (client, output) =>
        {
            var answer = await client.CallAsync("ListSignInThrottles", "{}"u8.ToArray(), cancel);
            foreach (var one in answer.GetProperty("SignInThrottles").EnumerateArray())
            {
                var who = one.TryGetProperty("PrincipalArn", out var arn) ? arn.GetString()! : "(a name that no user has)";
                await output.WriteLineAsync($"{one.GetProperty("FailedAttempts").GetInt32(),4} wrong  last {ServiceCommands.Moment(one.GetProperty("LastFailureTime"))}  {ServiceCommands.Plain(who)}");
            }

            return 0;
        }));
        var clear = new Command("clear", "Forgets the wrong attempts of the account, so that nobody waits.");
        clear.SetAction((parsed, cancel) => ServiceCommands.RunAsync(Make, parsed, async (client, output) =>
        {
            var answer = await client.CallAsync("ClearSignInThrottles", "{}"u8.ToArray(), cancel);
            await output.WriteLineAsync($"Cleared {answer.GetProperty("Cleared").GetInt32()}.");
            return 0;
        }));
        var require = new Option<string?>("--require-mfa") { Description = "Who cannot sign in to the account without a second factor: 'root', 'all', or 'none' for no more than the installation asks." };
        require.AcceptOnlyFromAmong([.. Needs.Keys]);
        var settings = new Command("settings", "Shows who needs a second factor to sign in to the account, or says so. Sessions that stand go on; the next sign-in is asked.") { require };
        settings.SetAction((parsed, cancel) => ServiceCommands.RunAsync(Make, parsed, async (client, output) =>
        {
            var answer = parsed.GetValue(require) is { } wanted
                ? await client.CallAsync("UpdateSignInSettings", JsonObjects.Write(json => json.WriteString("MfaRequirement", Needs[wanted])), cancel)
                : await client.CallAsync("GetSignInSettings", "{}"u8.ToArray(), cancel);
            foreach (var (field, whose) in Shown)
            {
                var need = answer.GetProperty(field).GetString();
                await output.WriteLineAsync($"{whose,-14}{Needs.FirstOrDefault(pair => pair.Value == need).Key ?? ServiceCommands.Plain(need ?? "")}");
            }

            return 0;
        }));
        return new(
            "sign-ins",
            "Shows whose password attempts are slowed down in an account and who needs a second factor, at the server and with the credentials of the variables that gatehouse sessions reads.\n"
            + "Exit codes: 0 done; 1 refused or not reached; 2 wrong use.")
        {
            list,
            clear,
            settings,
        };

        ServiceClient Make() => ServiceCommands.Client(environment, clock);
    }
}
