using System.Collections;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gatehouse.Accounts;
using Gatehouse.Federation;
using Gatehouse.Policies;

namespace Gatehouse.Server.Sessions;

/// <summary><c>gatehouse issuer-keys</c>: pins keys to an issuer of the account, shows them, and takes them away [AU-408].</summary>
internal static class IssuerKeysCommand
{
    /// <summary>Builds the command with those below it.</summary>
    /// <param name="environment">Where it calls and as whom; the process's own variables when it is not given.</param>
    /// <param name="clock">What it signs by; the system's when it is not given.</param>
    internal static Command Build(IDictionary? environment = null, TimeProvider? clock = null)
    {
        return new(
            "issuer-keys",
            "Pins keys to an OpenID Connect provider or trusted token issuer of an account, at the server and with the credentials of the variables that gatehouse sessions reads.\n"
            + "Its tokens are checked with these keys alone, and nobody is asked for others.\n"
            + "Exit codes: 0 done; 1 refused or not reached; 2 wrong use.")
        {
            Put(Make),
            Show(Make),
            Remove(Make),
        };

        ServiceClient Make() => ServiceCommands.Client(environment, clock);
    }

    private static Argument<string> Issuer() => new("arn") { Description = "The ARN of the OpenID Connect provider, or of the trusted token issuer." };

    private static Command Put(Func<ServiceClient> make)
    {
        var (issuer, file) = (Issuer(), new Argument<string>("file") { Description = "A JSON Web Key Set with the issuer's public keys, such as kubectl get --raw /openid/v1/jwks prints." });
        var command = new Command("put", "Pins the keys of a file, in the place of those that were pinned before.") { issuer, file };
        command.SetAction((parsed, cancel) => ServiceCommands.RunAsync(make, parsed, async (client, output) =>
        {
            var (arn, text) = (parsed.GetValue(issuer)!, Read(parsed.GetValue(file)!));
            var answer = await client.CallAsync("PutIssuerKeys", JsonObjects.Write(json =>
            {
                json.WriteString("IssuerArn", arn);
                json.WriteString("KeySet", text);
            }), cancel);
            await WriteAsync(answer, output);
            return 0;
        }));
        return command;
    }

    private static Command Show(Func<ServiceClient> make)
    {
        var (issuer, whole) = (Issuer(), new Option<bool>("--key-set") { Description = "Print the key set itself, as it was pinned." });
        var command = new Command("show", "Shows the pinned keys: type, bits, thumbprint (RFC 7638, SHA-256) and id.") { issuer, whole };
        command.SetAction((parsed, cancel) => ServiceCommands.RunAsync(make, parsed, async (client, output) =>
        {
            var answer = await client.CallAsync("GetIssuerKeys", Body(parsed.GetValue(issuer)!), cancel);
            if (parsed.GetValue(whole))
            {
                await output.WriteLineAsync(answer.GetProperty("KeySet").GetString());
            }
            else
            {
                await WriteAsync(answer, output);
            }

            if (answer.GetProperty("Overridden").GetBoolean())
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("gatehouse: these keys are not used: the operator of the server has pinned others to this issuer (FederationPinnedKeys).");
            }

            return 0;
        }));
        return command;
    }

    private static Command Remove(Func<ServiceClient> make)
    {
        var issuer = Issuer();
        var command = new Command("remove", "Takes the pinned keys away: from then on the issuer is asked for its keys.") { issuer };
        command.SetAction((parsed, cancel) => ServiceCommands.RunAsync(make, parsed, async (client, output) =>
        {
            var arn = parsed.GetValue(issuer)!;
            await client.CallAsync("DeleteIssuerKeys", Body(arn), cancel);
            await output.WriteLineAsync(ServiceCommands.Plain($"No keys are pinned to {arn} any more."));
            return 0;
        }));
        return command;
    }

    // A private key that somebody takes for a public one stays on their machine.
    private static string Read(string file)
    {
        try
        {
            var text = TextFile.Read(file);
            IdentityProofs.ReadKeySet(text);
            return text;
        }
        catch (Exception wrong) when (wrong is InputException or FormatException)
        {
            throw new ServiceRefusal(wrong is InputException ? wrong.Message : $"{file}: {wrong.Message}", wrongUse: true);
        }
    }

    private static byte[] Body(string arn) => JsonObjects.Write(json => json.WriteString("IssuerArn", arn));

    private static async Task WriteAsync(JsonElement answer, TextWriter output)
    {
        foreach (var key in answer.GetProperty("SigningKeys").EnumerateArray())
        {
            var id = key.TryGetProperty("KeyId", out var given) ? given.GetString()! : "(no id)";
            await output.WriteLineAsync(ServiceCommands.Plain(string.Create(
                CultureInfo.InvariantCulture, $"{key.GetProperty("KeyType").GetString(),-3}  {key.GetProperty("KeySize").GetInt32(),4}  {key.GetProperty("Thumbprint").GetString()}  {id}")));
        }

        await output.WriteLineAsync($"Pinned {ServiceCommands.Moment(answer.GetProperty("UpdateTime"))}.");
    }
}
