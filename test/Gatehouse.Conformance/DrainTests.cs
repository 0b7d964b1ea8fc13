using System.Net.Sockets;
using System.Text;
using Gatehouse.Signatures;

namespace Gatehouse.Conformance;

/// <summary>A stop answers what is in flight.</summary>
public sealed class DrainTests
{
    [Fact]
    public async Task A_request_that_was_begun_before_SIGTERM_is_answered()
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:");
        var address = new Uri(server.Endpoint);
        var body = Encoding.UTF8.GetBytes("Action=CreateUser&Version=2010-05-08&UserName=late");
        var signed = new Signer(new(ServerProcess.KeyId, ServerProcess.Secret), "us-east-1", "iam").Sign(
            new()
            {
                Method = "POST",
                Target = "/",
                Headers = [new("Host", address.Authority), new("Content-Type", "application/x-www-form-urlencoded")],
                Body = body,
            },
            TimeProvider.System.GetUtcNow());
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        var head = string.Concat(signed.Request.Headers.Select(header => $"{header.Key}: {header.Value}\r\n"));
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"POST / HTTP/1.1\r\n{head}Content-Length: {body.Length}\r\n\r\n"), TestContext.Current.CancellationToken);
        await stream.WriteAsync(body.AsMemory(0, 10), TestContext.Current.CancellationToken);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        var stopped = server.StopAsync();
        await Task.Delay(3000, TestContext.Current.CancellationToken);
        await stream.WriteAsync(body.AsMemory(10), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 200 OK", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await stopped);
    }
}
