using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gatehouse.Server.Tests.Hostile;

/// <summary>SAML responses, which anyone may send, and which may be large.</summary>
public sealed class LargeFormTests(HostileFixture fixture) : IClassFixture<HostileFixture>
{
    private const int Size = 100 * 1024;

    [Fact]
    public async Task Whoever_sends_many_slowly_does_not_keep_others_from_sending_one() // [AU-7], T-37
    {
        var held = new List<TcpClient>();
        try
        {
            for (var number = 0; number < 8; number++)
            {
                held.Add(await BeginAsync("127.0.0.1"));
            }

            // Each of them has its place once its head was read.
            var last = "";
            for (var tries = 0; tries < 200 && !last.StartsWith("HTTP/1.1 429", StringComparison.Ordinal); tries++)
            {
                using var next = await BeginAsync("127.0.0.1");
                last = await EndAsync(next);
            }

            Assert.StartsWith("HTTP/1.1 429", last, StringComparison.Ordinal);
            using var other = await BeginAsync("127.0.0.2");
            Assert.StartsWith("HTTP/1.1 400", await EndAsync(other), StringComparison.Ordinal);
        }
        finally
        {
            held.ForEach(static client => client.Dispose());
        }
    }

    // Half of a form; all that was sent at once is patience to come.
    private async Task<TcpClient> BeginAsync(string from)
    {
        var client = new TcpClient(new IPEndPoint(IPAddress.Parse(from), 0));
        await client.ConnectAsync(IPAddress.Loopback, fixture.Server.Endpoint.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"POST /saml HTTP/1.1\r\nHost: {fixture.Server.Endpoint.Authority}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {2 * Size}\r\n\r\n{new string('A', Size)}"),
            TestContext.Current.CancellationToken);
        return client;
    }

    private static async Task<string> EndAsync(TcpClient client)
    {
        try
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(new string('A', Size)), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Who is refused is refused before the rest is read.
        }

        var answer = new byte[12];
        try
        {
            await client.GetStream().ReadExactlyAsync(answer, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // And may be cut off before the answer is heard.
        }

        return Encoding.ASCII.GetString(answer);
    }
}
