using System.Collections.Immutable;
using System.Net;
using System.Text;
using Gatehouse.Server.Hosting;
using Gatehouse.Server.Requests;
using Gatehouse.Signatures;
using Gatehouse.Testing;
using Microsoft.Extensions.Configuration;

namespace Gatehouse.Server.Tests;

/// <summary>A whole server in memory on a port of its own, with a clock that tests move, and a client that signs.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    /// <summary>The first account.</summary>
    public const string Account = "111122223333";

    /// <summary>The root access key.</summary>
    public static readonly SigningCredentials Root = new("AKIAROOTROOTROOTROOT", "rootsecretrootsecretrootsecretrootsecret");

    private ServerHost? server;

    /// <summary>The clock.</summary>
    public TestClock Clock { get; } = new(new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));

    /// <summary>A client that neither follows nor decompresses.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    /// <summary>Every operation that is understood, with what is counted of it.</summary>
    internal IEnumerable<Destination> Operations => server!.Operations;

    /// <summary>The keys that the server seals with.</summary>
    internal Accounts.Secrets.KeyRing Keys => server!.Keys;

    /// <summary>What the operations see of the server, for what a test finds already there.</summary>
    internal Accounts.Installation Installation => server!.Installation;

    /// <summary>Where the server listens.</summary>
    public Uri Endpoint => new(server!.Welcome.Endpoint);

    /// <summary>What a test sets otherwise.</summary>
    internal Func<Settings, Settings> Adjust { get; init; } = settings => settings;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var settings = new Settings
        {
            Urls = "http://127.0.0.1:0",
            Data = ":memory:",
            AccountId = Account,
            RootAccessKeyId = Root.AccessKeyId,
            RootSecretAccessKey = "rootsecretrootsecretrootsecretrootsecret",
            FailuresPerMinute = 1_000_000,
        };
        server = await ServerHost.StartAsync(Adjust(settings), new ConfigurationBuilder().Build(), Clock, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>Signs and sends a request of the Query protocol.</summary>
    public Task<Reply> QueryAsync(string service, string action, params (string Name, string Value)[] parameters) => QueryAsync(Root, service, action, parameters);

    /// <summary>Signs and sends a request of the Query protocol as somebody.</summary>
    public async Task<Reply> QueryAsync(SigningCredentials credentials, string service, string action, params (string Name, string Value)[] parameters)
    {
        var version = service == "iam" ? "2010-05-08" : "2011-06-15";
        var form = string.Join('&', parameters.Prepend(("Version", version)).Prepend(("Action", action))
            .Select(pair => $"{Uri.EscapeDataString(pair.Item1)}={Uri.EscapeDataString(pair.Item2)}"));
        return await SendAsync(Sign(credentials, service, "POST", "/", form, ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")));
    }

    /// <summary>Signs and sends a request of the JSON protocol.</summary>
    public Task<Reply> JsonAsync(SigningCredentials credentials, string service, string target, string body) => SendAsync(
        Sign(credentials, service, "POST", "/", body, ("Content-Type", "application/x-amz-json-1.1"), ("X-Amz-Target", target)));

    /// <summary>Signs a request, to be sent or spoiled first.</summary>
    public SignedRequest Sign(
        SigningCredentials credentials, string service, string method, string target, string body, params (string Name, string Value)[] headers) =>
        new Signer(credentials, "us-east-1", service).Sign(
            new OutgoingRequest
            {
                Method = method,
                Target = target,
                Headers = [KeyValuePair.Create("Host", Endpoint.Authority), .. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))],
                Body = Encoding.UTF8.GetBytes(body),
            },
            Clock.GetUtcNow());

    /// <summary>Sends a request line that no client library would, and reads the whole answer.</summary>
    public async Task<string> SendRawAsync(string method, string target)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(Endpoint.Host, Endpoint.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{method} {target} HTTP/1.1\r\nHost: {Endpoint.Authority}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(socket.GetStream());
        return await reader.ReadToEndAsync();
    }

    /// <summary>Sends a signed request as it stands.</summary>
    public Task<Reply> SendAsync(SignedRequest signed) => SendAsync(signed.Request);

    /// <summary>Sends a request as it stands.</summary>
    public async Task<Reply> SendAsync(OutgoingRequest outgoing)
    {
        using var request = new HttpRequestMessage(new(outgoing.Method), new Uri(Endpoint, outgoing.Target));
        request.Content = outgoing.Method == "GET" ? null : new ReadOnlyMemoryContent(outgoing.Body);
        foreach (var (name, value) in outgoing.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await Client.SendAsync(request);
        return new(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.TryGetValues("x-amzn-RequestId", out var ids) ? ids.Single() : null)
        {
            AuthorizationMessage = response.Headers.TryGetValues("x-gatehouse-authorization-message", out var messages) ? messages.Single() : null,
        };
    }
}
