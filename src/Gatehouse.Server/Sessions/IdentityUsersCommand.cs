using System.Collections;
using System.CommandLine;
using Gatehouse.Accounts;

namespace Gatehouse.Server.Sessions;

/// <summary><c>gatehouse identity-users</c>: shows who of an identity store can sign in, and gives out one-time passwords.</summary>
internal static class IdentityUsersCommand
{
    /// <summary>Builds the command with those below it.</summary>
    /// <param name="environment">Where it calls and as whom; the process's own variables when it is not given.</param>
    /// <param name="clock">What it signs by; the system's when it is not given.</param>
    internal static Command Build(IDictionary? environment = null, TimeProvider? clock = null)
    {
        var list = new Command("list", "Lists the people of the account's identity store: the id, how they sign in, and the name.");
        list.SetAction((parsed, cancel) => ServiceCommands.RunAsync(Make, parsed, async (client, output) =>
        {
            string? token = null;
            do
            {
                var page = await client.CallAsync("ListIdentityUsers", JsonObjects.Write(json =>
                {
                    if (token is not null)
                    {
                        json.WriteString("NextToken", token);
                    }
                }), cancel);
                foreach (var one in page.GetProperty("IdentityUsers").EnumerateArray())
                {
                    var how = one.GetProperty("Disabled").GetBoolean() ? "disabled"
                        : !one.TryGetProperty("PasswordLastSet", out var set) ? "no password"
                        : $"{(one.GetProperty("ResetRequired").GetBoolean() ? "one-time" : "password")} since {ServiceCommands.Moment(set)}";
                    await output.WriteLineAsync($"{one.GetProperty("UserId").GetString()}  {how,-35}  {ServiceCommands.Plain(one.GetProperty("UserName").GetString()!)}");
                }

                token = page.TryGetProperty("NextToken", out var next) ? next.GetString() : null;
            }
            while (token is not null);
            return 0;
        }));
        var user = new Argument<string>("user") { Description = "The name with which the person signs in." };
        var reset = new Command("reset-password", "Prints a password that the person signs in with once, and then chooses another. Their sessions end.") { user };
        reset.SetAction((parsed, cancel) => ServiceCommands.RunAsync(Make, parsed, async (client, output) =>
        {
            var answer = await client.CallAsync("ResetIdentityUserPassword", JsonObjects.Write(json => json.WriteString("UserName", parsed.GetValue(user))), cancel);
            await output.WriteLineAsync(answer.GetProperty("OneTimePassword").GetString());
            return 0;
        }));
        return new(
            "identity-users",
            "Shows who of an account's identity store can sign in, and gives out one-time passwords, at the server and with the credentials of the variables that gatehouse sessions reads.\n"
            + "Exit codes: 0 done; 1 refused or not reached; 2 wrong use.")
        {
            list,
            reset,
        };

        ServiceClient Make() => ServiceCommands.Client(environment, clock);
    }
}
