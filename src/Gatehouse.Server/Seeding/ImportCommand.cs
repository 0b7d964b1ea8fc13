using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Policies;

namespace Gatehouse.Server.Seeding;

/// <summary><c>gatehouse import</c>: makes a seed of a real account's authorization details.</summary>
internal static class ImportCommand
{
    // Accounts print some tens of megabytes at most.
    private const int MostBytes = 128 * 1024 * 1024;
    private const string NoSecrets = "Made of an account's authorization details, in which there are no credentials. Look it over before you seed from it.";

    /// <summary>Builds the command.</summary>
    internal static Command Build()
    {
        var from = new Argument<string>("FILE") { Description = "What aws iam get-account-authorization-details --output json printed." };
        var output = new Option<string>("--output") { Description = "yaml or json.", DefaultValueFactory = _ => "yaml" };
        output.AcceptOnlyFromAmong("yaml", "json");
        var command = new Command("import", "Makes a seed of the authorization details of an account.") { from, output };
        command.SetAction(async (parsed, cancel) =>
        {
            var (to, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                var (text, left) = Read(parsed.GetValue(from)!, parsed.GetValue(output) == "json");
                await to.WriteAsync(text.AsMemory(), cancel);
                foreach (var line in left)
                {
                    await error.WriteLineAsync($"gatehouse: {line}".AsMemory(), cancel);
                }

                return ExitCode.Fine;
            }
            catch (Exception wrong) when (wrong is InputException or FormatException or JsonException)
            {
                await error.WriteLineAsync($"gatehouse: {(wrong is InputException ? "" : parsed.GetValue(from) + ": ")}{wrong.Message}".AsMemory(), cancel);
                return ExitCode.Unusable;
            }
        });
        return command;
    }

    /// <summary>The seed, and what was left out.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="FormatException">It is something else.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    internal static (string Text, IReadOnlyList<string> Left) Read(string file, bool json)
    {
        var import = new SeedImport();
        var seed = import.Read(JsonNode.Parse(TextFile.Read(file, MostBytes), documentOptions: new() { MaxDepth = 64 }));
        return (json ? SeedText.Json(seed) : SeedText.Yaml(seed, NoSecrets), import.Left);
    }
}
