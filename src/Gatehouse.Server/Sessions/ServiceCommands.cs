using System.Collections;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Gatehouse.Server.Sessions;

/// <summary>What the commands have in common that call Gatehouse's own service: as whom, what they exit with, and how they print.</summary>
internal static class ServiceCommands
{
    private const int Refused = 1;
    private const int WrongUse = 2;

    /// <summary>A client for the server and the credentials of the environment.</summary>
    /// <param name="environment">The process's own variables when it is not given.</param>
    /// <param name="clock">What it signs by; the system's when it is not given.</param>
    /// <exception cref="ServiceRefusal">A variable that is needed is missing, or is not usable.</exception>
    internal static ServiceClient Client(IDictionary? environment, TimeProvider? clock) => new(environment ?? Environment.GetEnvironmentVariables(), clock ?? TimeProvider.System);

    /// <summary>Runs a command, and says why when it is refused.</summary>
    /// <returns>The exit code.</returns>
    internal static async Task<int> RunAsync(Func<ServiceClient> make, ParseResult parsed, Func<ServiceClient, TextWriter, Task<int>> command)
    {
        try
        {
            using var client = make();
            return await command(client, parsed.InvocationConfiguration.Output);
        }
        catch (ServiceRefusal refusal)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"gatehouse: {Plain(refusal.Message)}");
            return refusal.WrongUse ? WrongUse : Refused;
        }
    }

    /// <summary>A moment as the service tells it, in seconds.</summary>
    internal static string Moment(JsonElement seconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds.GetDouble() * 1000)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Names come from whoever made what they name: nothing of theirs steers a terminal.</summary>
    internal static string Plain(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? '\uFFFD' : letter));
}
