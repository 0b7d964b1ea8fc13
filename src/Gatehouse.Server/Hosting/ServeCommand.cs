using System.Net.Sockets;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Storage;
using Gatehouse.Server.Seeding;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Server.Hosting;

/// <summary><c>gatehouse serve</c>: runs the server until it is told to stop.</summary>
internal static class ServeCommand
{
    /// <summary>Runs the server.</summary>
    /// <returns>0 after a stop that was asked for; 1 when it could not start, with the reason on standard error.</returns>
    internal static async Task<int> RunAsync(IReadOnlyList<KeyValuePair<string, string>> options, CancellationToken cancel)
    {
        try
        {
            var file = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true, reloadOnChange: false).Build();
            var settings = SettingsReader.Read(file, Environment.GetEnvironmentVariables(), options);
            await using var server = await ServerHost.StartAsync(settings, file, TimeProvider.System, cancel);
            await server.Welcome.WriteAsync(Console.Out);
            await server.WaitAsync(cancel);
            return 0;
        }
        catch (Exception reason) when (reason is SettingsException or SeedException or StoreUnavailableException or MasterKeyException or DataFolderException or InvalidDataException
            or IOException or SocketException or FormatException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"gatehouse: {reason.Message}");
            return 1;
        }
    }
}
