using System.Net.Sockets;
using System.Text;

namespace Gatehouse.Conformance;

/// <summary>No level of the log shows what came in.</summary>
public sealed class LogTests
{
    private const string Everything = """{ "Logging": { "LogLevel": { "Default": "Trace", "Microsoft.AspNetCore": "Trace", "Microsoft.AspNetCore.Server.Kestrel": "Trace" } } }""";

    [Fact]
    public async Task What_the_server_could_not_read_is_not_written_down() // [AU-8], T-15
    {
        var folder = ServerProcess.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), Everything, TestContext.Current.CancellationToken);
        await using var server = await ServerProcess.StartAsync(folder, bootstrap: true, "--data", ":memory:");

        foreach (var request in (string[])[
            "GET /federation?Session=planted\u0080 HTTP/1.1\r\nHost: a\r\n\r\n", "planted nonsense\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: planted\0\r\n\r\n",
            "GET /federation?Action=getSigninToken&Session=planted HTTP/1.1\r\nHost: a\r\nCookie: planted\r\nConnection: close\r\n\r\n"])
        {
            Assert.StartsWith("HTTP/1.1 400", await SendAsync(new(server.Endpoint), request), StringComparison.Ordinal);
        }

        await server.StopAsync();
        var log = await server.Log;
        Assert.Contains("\"Debug\",\"Category\":\"Microsoft.AspNetCore", log, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", log, StringComparison.Ordinal);
    }

    private static async Task<string> SendAsync(Uri server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
