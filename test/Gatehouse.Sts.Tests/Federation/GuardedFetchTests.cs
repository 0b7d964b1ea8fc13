using System.Net;
using System.Net.Sockets;
using System.Text;
using Gatehouse.Accounts.Federation;
using Gatehouse.Federation.OpenId;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>Nobody reaches through us what is not public [AU-409].</summary>
public sealed class GuardedFetchTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("192.0.0.8")]
    [InlineData("198.19.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fd12::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void These_addresses_are_not_public(string address) => Assert.False(PublicAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2606:4700::1111")]
    public void These_addresses_are_public(string address) => Assert.True(PublicAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://127.0.0.1:PORT/keys")]
    [InlineData("https://localhost:PORT/keys")]
    [InlineData("https://[::ffff:127.0.0.1]:PORT/keys")]
    [InlineData("http://127.0.0.1:PORT/keys")]
    public async Task No_connection_is_made_to_this_machine(string url)
    {
        // BI-170
        using var server = new Server("{}");

        await RefusesAsync(FederationRules.None, "https://login.example.com", url.Replace("PORT", $"{server.Port}", StringComparison.Ordinal));

        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task An_issuer_that_the_operator_names_is_asked_where_it_lies()
    {
        using var server = new Server("{\"a\":1}", "Cache-Control: max-age=77\r\n");
        var issuer = $"http://127.0.0.1:{server.Port}";

        var got = await new GuardedFetch(new() { DevIssuers = [issuer] }).GetAsync(issuer, new(issuer + "/x"), [], TestContext.Current.CancellationToken);

        Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString(got.Body.Span));
        Assert.Equal(TimeSpan.FromSeconds(77), got.MaxAge);
    }

    [Fact]
    public async Task What_is_allowed_for_an_issuer_is_not_allowed_for_where_it_points()
    {
        using var other = new Server("{}");

        await RefusesAsync(new() { DevIssuers = ["http://127.0.0.1:1"] }, "http://127.0.0.1:1", $"http://127.0.0.1:{other.Port}/keys");

        Assert.Equal(0, other.Connections);
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        // BI-171
        using var target = new Server("{}");
        using var server = new Server("", $"Location: http://127.0.0.1:{target.Port}/\r\n", "302 Found");
        var issuer = $"http://127.0.0.1:{server.Port}";

        await RefusesAsync(new() { DevIssuers = [issuer] }, issuer, issuer + "/keys");

        Assert.Equal((1, 0), (server.Connections, target.Connections));
    }

    [Theory]
    [InlineData("404 Not Found", 2)]
    [InlineData("500 Internal Server Error", 2)]
    [InlineData("200 OK", 1024 * 1024 + 1)]
    public async Task Only_a_document_of_reasonable_size_is_taken(string status, int size)
    {
        using var server = new Server(new string(' ', size), "", status);
        var issuer = $"http://127.0.0.1:{server.Port}";

        await RefusesAsync(new() { DevIssuers = [issuer] }, issuer, issuer + "/keys");
    }

    [Fact]
    public async Task Two_at_once_ask_a_host_and_hosts_that_nobody_asks_are_forgotten()
    {
        // [AU-409]
        var turns = new HostTurns();
        var cancel = TestContext.Current.CancellationToken;
        var (first, second) = (await turns.EnterAsync("a", cancel), await turns.EnterAsync("A", cancel));
        using var impatient = new CancellationTokenSource();
        var third = turns.EnterAsync("a", impatient.Token).AsTask();
        var fourth = turns.EnterAsync("a", cancel).AsTask();
        using (await turns.EnterAsync("b", cancel))
        {
            Assert.Equal((false, false, 2), (third.IsCompleted, fourth.IsCompleted, turns.Count));
        }

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        first.Dispose();
        (await fourth).Dispose();
        Assert.Equal(1, turns.Count);
        second.Dispose();

        for (var host = 0; host < 2000; host++)
        {
            (await turns.EnterAsync($"{host}", cancel)).Dispose();
        }

        Assert.Equal(0, turns.Count);
    }

    [Fact]
    public async Task Nothing_is_heard_of_a_port_that_is_closed() => await RefusesAsync(new() { DevIssuers = ["http://127.0.0.1:1"] }, "http://127.0.0.1:1", "http://127.0.0.1:1/keys");

    private static async Task RefusesAsync(FederationRules rules, string issuer, string url)
    {
        var refusal = await Assert.ThrowsAsync<ProofException>(async () => await new GuardedFetch(rules).GetAsync(issuer, new(url), [], TestContext.Current.CancellationToken));

        Assert.Equal((ProofFault.Unreachable, "The identity provider could not be reached."), (refusal.Fault, refusal.Message));
    }

    // Answers every connection alike, and counts them.
    private sealed class Server : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly byte[] answer;
        private int connections;

        internal Server(string body, string headers = "", string status = "200 OK")
        {
            answer = Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n{headers}Connection: close\r\n\r\n{body}");
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
            _ = RunAsync();
        }

        internal int Port { get; }

        internal int Connections => Volatile.Read(ref connections);

        public void Dispose() => listener.Dispose();

        private async Task RunAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref connections);
                    if (await client.GetStream().ReadAsync(new byte[4096]) > 0)
                    {
                        await client.GetStream().WriteAsync(answer);
                    }
                }
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
            }
        }
    }
}
