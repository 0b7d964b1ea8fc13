using System.CommandLine;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Storage;
using Gatehouse.Server.Hosting;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Server.Sessions;

/// <summary><c>gatehouse sessions end-all</c>: ends every session of an installation, in all accounts, for when the keys that seal their tokens may be known to somebody [AU-332].</summary>
/// <remarks>No call does this: it is not for an account to decide. Whoever has the data folder and its master key may.</remarks>
internal static class EndAllCommand
{
    /// <summary>Builds the command.</summary>
    /// <param name="environment">The settings that are not in the file; the process's own variables when it is not given.</param>
    internal static Command Build(System.Collections.IDictionary? environment = null)
    {
        var data = new Option<string>("--data") { Description = "The data folder; no server may hold it.", HelpName = "DIR" };
        var command = new Command("end-all", "Destroys the keys that seal session tokens: every session of every account ends, at the portal and of programs too. Access keys and passwords stay.") { data };
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var file = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true, reloadOnChange: false).Build();
                List<KeyValuePair<string, string>> given = parsed.GetValue(data) is { } folder ? [new("Data", folder)] : [];
                await EndAsync(SettingsReader.Read(file, environment ?? Environment.GetEnvironmentVariables(), given), TimeProvider.System, cancel);
                await parsed.InvocationConfiguration.Output.WriteLineAsync("Ended every session of the installation. Start the server again.");
                return 0;
            }
            catch (Exception reason) when (reason is SettingsException or StoreUnavailableException or MasterKeyException or DataFolderException or InvalidDataException
                or IOException or FormatException or UnauthorizedAccessException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"gatehouse: {reason.Message}");
                return 1;
            }
        });
        return command;
    }

    /// <summary>Ends them.</summary>
    /// <exception cref="DataFolderException">There is no store, or a server holds it.</exception>
    internal static async Task EndAsync(Settings settings, TimeProvider clock, CancellationToken cancel)
    {
        if (settings.InMemory || !File.Exists(Path.Combine(settings.Data, "gatehouse.db")))
        {
            throw new DataFolderException($"There are no sessions in '{settings.Data}': it is not the data folder of a server.");
        }

        await using var store = SqliteStore.Open(settings.Data, clock, new() { Retention = TimeSpan.FromDays(settings.RetentionDays) });
        var ring = await KeyRing.OpenAsync(store, MasterKeys.Open(settings.Data, settings.MasterKey), clock, cancel);
        await ring.EndAllSessionsAsync(cancel);
    }
}
