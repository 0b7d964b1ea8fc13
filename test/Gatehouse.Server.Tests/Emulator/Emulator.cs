using System.Net;
using System.Text;
using Gatehouse.Server.Hosting;
using Gatehouse.Signatures;
using Microsoft.Extensions.Configuration;

namespace Gatehouse.Server.Tests.Emulator;

/// <summary>A server that a test starts with settings of its own, in a folder of its own.</summary>
internal sealed class Emulator : IAsyncDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false });

    private Emulator(ServerHost host) => Host = host;

    internal ServerHost Host { get; }

    internal Uri Endpoint => new(Host.Welcome.Endpoint);

    internal static string NewFolder() => Directory.CreateTempSubdirectory("gatehouse-emulator-").FullName;

    internal static Settings Settings => new() { Urls = "http://127.0.0.1:0", Data = ":memory:", FailuresPerMinute = 1_000_000 };

    internal static Settings Dev => Gatehouse.Server.Dev.DevSettings.Check(new Settings { Urls = "http://127.0.0.1:0", Dev = true });

    internal static async Task<Emulator> StartAsync(Settings settings) =>
        new(await ServerHost.StartAsync(settings, new ConfigurationBuilder().Build(), TimeProvider.System, CancellationToken.None));

    internal static string Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    internal Task<Reply> IamAsync(SigningCredentials who, string action, params (string Name, string Value)[] parameters) => QueryAsync(who, "iam", action, DateTimeOffset.UtcNow, parameters);

    internal Task<Reply> QueryAsync(SigningCredentials who, string service, string action, DateTimeOffset at, params (string Name, string Value)[] parameters)
    {
        var form = string.Join('&', parameters.Prepend(("Version", service == "iam" ? "2010-05-08" : "2011-06-15")).Prepend(("Action", action))
            .Select(pair => $"{Uri.EscapeDataString(pair.Item1)}={Uri.EscapeDataString(pair.Item2)}"));
        return PostAsync(who, service, at, form, ("Content-Type", "application/x-www-form-urlencoded"));
    }

    internal Task<Reply> JsonAsync(SigningCredentials who, string service, string target, string body) =>
        PostAsync(who, service, DateTimeOffset.UtcNow, body, ("Content-Type", "application/x-amz-json-1.1"), ("X-Amz-Target", target));

    private async Task<Reply> PostAsync(SigningCredentials who, string service, DateTimeOffset at, string body, params (string Name, string Value)[] headers)
    {
        var signed = new Signer(who, "us-east-1", service).Sign(
            new OutgoingRequest
            {
                Method = "POST",
                Target = "/",
                Headers = [KeyValuePair.Create("Host", Endpoint.Authority), .. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))],
                Body = Encoding.UTF8.GetBytes(body),
            },
            at);
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = new ReadOnlyMemoryContent(signed.Request.Body) };
        foreach (var (name, value) in signed.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await client.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }

    internal async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string path, string? body = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Endpoint, path)) { Content = body is null ? null : new StringContent(body) };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Host.DisposeAsync();
    }
}
