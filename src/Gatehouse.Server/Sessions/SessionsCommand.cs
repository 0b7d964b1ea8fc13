using System.Collections;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gatehouse.Accounts;

namespace Gatehouse.Server.Sessions;

/// <summary><c>gatehouse sessions</c>: shows who holds sessions in an account, and ends them.</summary>
internal static class SessionsCommand
{
    /// <summary>Builds the command with those below it.</summary>
    /// <param name="environment">Where it calls and as whom; the process's own variables when it is not given.</param>
    /// <param name="clock">What it signs by; the system's when it is not given.</param>
    internal static Command Build(IDictionary? environment = null, TimeProvider? clock = null)
    {
        return new(
            "sessions",
            "Lists live sessions and ends them, at the server that AWS_ENDPOINT_URL names, with the credentials of AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.\n"
            + "Exit codes: 0 done; 1 refused or not reached; 2 wrong use.")
        {
            List(Make),
            Revoke(Make),
            EndAllCommand.Build(environment),
        };

        ServiceClient Make() => ServiceCommands.Client(environment, clock);
    }

    private static Command List(Func<ServiceClient> make)
    {
        var principal = new Option<string>("--principal") { Description = "Only those of a root user, user, role, role session, federated user or user of the identity store, by its ARN.", HelpName = "ARN" };
        var key = new Option<string>("--access-key-id") { Description = "Only the one with this access key id, as the audit trail shows it.", HelpName = "ID" };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("list", "Lists the live sessions of the account, the oldest first.") { principal, key, json };
        command.SetAction((parsed, cancel) => ServiceCommands.RunAsync(make, parsed, async (client, output) =>
        {
            var sessions = new List<JsonElement>();
            var complete = true;
            string? token = null;
            do
            {
                var page = await client.CallAsync("ListSessions", Body(("PrincipalArn", parsed.GetValue(principal)), ("AccessKeyId", parsed.GetValue(key)), ("NextToken", token)), cancel);
                sessions.AddRange(page.GetProperty("Sessions").EnumerateArray());
                complete &= page.GetProperty("Complete").GetBoolean();
                token = page.TryGetProperty("NextToken", out var next) ? next.GetString() : null;
            }
            while (token is not null);
            if (parsed.GetValue(json))
            {
                await output.WriteLineAsync($$"""{"Sessions":[{{string.Join(',', sessions.Select(session => session.GetRawText()))}}],"Complete":{{(complete ? "true" : "false")}}}""");
                return 0;
            }

            foreach (var session in sessions)
            {
                await output.WriteLineAsync(Line(session));
            }

            if (!complete)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("gatehouse: there are more sessions than are remembered; what is not listed can be ended by its principal.");
            }

            return 0;
        }));
        return command;
    }

    private static Command Revoke(Func<ServiceClient> make)
    {
        var session = new Argument<string?>("session") { Description = "The id of one session.", Arity = ArgumentArity.ZeroOrOne };
        var principal = new Option<string>("--principal") { Description = "All of a root user, user, role, role session, federated user or user of the identity store, by its ARN.", HelpName = "ARN" };
        var before = new Option<string>("--issued-before") { Description = "Only those made before this moment, such as 2026-01-15T12:00:00Z.", HelpName = "TIME" };
        var command = new Command("revoke", "Ends one session, or all of a principal: their next requests are refused.") { session, principal, before };
        command.Validators.Add(result =>
        {
            var (one, all) = (result.GetValue(session), result.GetValue(principal));
            if (one is null == all is null || (one is not null && result.GetValue(before) is not null))
            {
                result.AddError("Give the id of a session, or --principal with or without --issued-before.");
            }
            else if (result.GetValue(before) is { } text && !TryRead(text, out _))
            {
                result.AddError($"'{text}' is not a moment such as 2026-01-15T12:00:00Z.");
            }
        });
        command.SetAction((parsed, cancel) => ServiceCommands.RunAsync(make, parsed, async (client, output) =>
        {
            if (parsed.GetValue(session) is { } id)
            {
                await client.CallAsync("RevokeSession", Body(("SessionId", id)), cancel);
                await output.WriteLineAsync($"Ended session {id}.");
                return 0;
            }

            DateTimeOffset? moment = parsed.GetValue(before) is { } text && TryRead(text, out var read) ? read : null;
            var arn = parsed.GetValue(principal)!;
            var answer = await client.CallAsync("RevokeSessions", Body(arn, moment), cancel);
            await output.WriteLineAsync($"Ended the sessions of {arn} made before {ServiceCommands.Moment(answer.GetProperty("IssuedBefore"))}.");
            return 0;
        }));
        return command;
    }

    private static bool TryRead(string text, out DateTimeOffset moment) => DateTimeOffset.TryParseExact(
        text,
        ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"],
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out moment);

    private static byte[] Body(params (string Name, string? Value)[] members) => JsonObjects.Write(json =>
    {
        foreach (var (name, value) in members.Where(member => member.Value is not null))
        {
            json.WriteString(name, value);
        }
    });

    private static byte[] Body(string principal, DateTimeOffset? before) => JsonObjects.Write(json =>
    {
        json.WriteString("PrincipalArn", principal);
        if (before is { } moment)
        {
            json.WriteNumber("IssuedBefore", moment.ToUnixTimeMilliseconds() / 1000m);
        }
    });

    private static string Line(JsonElement session) => ServiceCommands.Plain(string.Join("  ", new[]
    {
        session.GetProperty("SessionId").GetString(),
        session.GetProperty("SessionType").GetString()!.PadRight(13),
        $"issued {ServiceCommands.Moment(session.GetProperty("IssueTime"))}",
        $"ends {ServiceCommands.Moment(session.GetProperty("Expiration"))}",
        session.TryGetProperty("LastUsedTime", out var used) ? $"used {ServiceCommands.Moment(used)} ({session.GetProperty("LastUsedService").GetString()})" : "not used",
        session.TryGetProperty("AccessKeyId", out var key) ? key.GetString() : null,
        session.GetProperty("PrincipalArn").GetString(),
        session.TryGetProperty("SessionName", out var name) ? name.GetString() : null,
    }.Where(part => part is not null)));
}
