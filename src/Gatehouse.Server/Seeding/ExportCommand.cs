using System.CommandLine;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Storage;
using Gatehouse.Server.Hosting;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Server.Seeding;

/// <summary><c>gatehouse export</c>: writes what a data folder holds in the shape of a seed, without its secrets.</summary>
internal static class ExportCommand
{
    private const string NoSecrets = "Secrets are named, not held: set the environment variables SECRET_… and PASSWORD_… before you seed from this.";

    /// <summary>Builds the command.</summary>
    internal static Command Build()
    {
        var data = new Option<string>("--data") { Description = "The data folder; no server may hold it.", HelpName = "DIR" };
        var output = new Option<string>("--output") { Description = "yaml or json.", DefaultValueFactory = _ => "yaml" };
        output.AcceptOnlyFromAmong("yaml", "json");
        var command = new Command("export", "Writes what a data folder holds as a seed, without secrets.") { data, output };
        command.SetAction(async (parsed, cancel) =>
        {
            var (to, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                var file = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true, reloadOnChange: false).Build();
                List<KeyValuePair<string, string>> given = parsed.GetValue(data) is { } folder ? [new("Data", folder)] : [];
                var settings = SettingsReader.Read(file, Environment.GetEnvironmentVariables(), given);
                var (text, left) = await WriteAsync(settings, parsed.GetValue(output) == "json", cancel);
                await to.WriteAsync(text);
                foreach (var line in left)
                {
                    await error.WriteLineAsync($"gatehouse: {line}");
                }

                return 0;
            }
            catch (Exception reason) when (reason is SettingsException or StoreUnavailableException or MasterKeyException or DataFolderException or InvalidDataException
                or IOException or FormatException or UnauthorizedAccessException)
            {
                await error.WriteLineAsync($"gatehouse: {reason.Message}");
                return 1;
            }
        });
        return command;
    }

    /// <summary>Writes what a folder holds, and tells what was left out. The folder stays as it is.</summary>
    /// <exception cref="DataFolderException">There is no store, or a server holds it.</exception>
    internal static async Task<(string Text, IReadOnlyList<string> Left)> WriteAsync(Settings settings, bool json, CancellationToken cancel)
    {
        if (settings.InMemory || !File.Exists(Path.Combine(settings.Data, "gatehouse.db")))
        {
            throw new DataFolderException($"There is nothing to export in '{settings.Data}': it is not the data folder of a server.");
        }

        var clock = TimeProvider.System;
        await using var real = SqliteStore.Open(settings.Data, clock, new() { Retention = TimeSpan.FromDays(settings.RetentionDays) });
        await using var store = new RehearsalStore(real);
        var ring = await KeyRing.OpenAsync(store, MasterKeys.Open(settings.Data, settings.MasterKey), clock, cancel);
        var installation = await Installing.InstallAsync(settings, store, ring, clock, new Accounts.Identity.IdSource(), cancel);
        var first = installation.Names.OwnerOf("installation", "first-account") ?? throw new DataFolderException($"The store in '{settings.Data}' has no account yet.");
        var others = installation.Names.Of("email").Select(name => name.Owner).Where(id => id != first).Distinct().Order(StringComparer.Ordinal);
        var export = new SeedExport(new SeedActor(installation, store, settings));
        var seed = await export.WriteAsync([first, .. others], cancel);
        return (json ? SeedText.Json(seed) : SeedText.Yaml(seed, NoSecrets), export.Left);
    }
}
