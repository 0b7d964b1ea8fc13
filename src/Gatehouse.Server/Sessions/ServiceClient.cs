using System.Collections;
using System.Net;
using System.Text.Json;
using Gatehouse.Server.Workloads;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Sessions;

/// <summary>Calls Gatehouse's own service, which no AWS client knows, with the credentials of the environment.</summary>
internal sealed class ServiceClient : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = 16 * 1024 * 1024 };
    private readonly Uri endpoint;
    private readonly Signer signer;
    private readonly TimeProvider clock;

    /// <summary>Reads the variables that AWS's own clients read.</summary>
    /// <exception cref="ServiceRefusal">One that is needed is missing, or is not usable.</exception>
    internal ServiceClient(IDictionary environment, TimeProvider clock)
    {
        this.clock = clock;
        var address = Find("AWS_ENDPOINT_URL_GATEHOUSE") ?? Find("AWS_ENDPOINT_URL") ?? throw new ServiceRefusal("Set AWS_ENDPOINT_URL to where Gatehouse listens.", wrongUse: true);
        endpoint = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Query: "", UserInfo: "" }
            ? uri
            : throw new ServiceRefusal("AWS_ENDPOINT_URL is not an http or https address.", wrongUse: true);
        var (key, secret) = (Find("AWS_ACCESS_KEY_ID"), Find("AWS_SECRET_ACCESS_KEY"));
        if (key is null || secret is null)
        {
            throw new ServiceRefusal("Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_SESSION_TOKEN for a session. Profiles are not read.", wrongUse: true);
        }

        signer = new(new(key, secret, Find("AWS_SESSION_TOKEN")), Find("AWS_REGION") ?? Find("AWS_DEFAULT_REGION") ?? "us-east-1", "gatehouse");

        string? Find(string name) => environment[name] is string { Length: > 0 } value ? value : null;
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <summary>Calls an operation.</summary>
    /// <exception cref="ServiceRefusal">The service refused, or could not be reached.</exception>
    internal async Task<JsonElement> CallAsync(string operation, byte[] body, CancellationToken cancel)
    {
        var signed = signer.Sign(
            new()
            {
                Method = "POST",
                Target = endpoint.AbsolutePath,
                Headers = [new("Host", endpoint.Authority), new("Content-Type", "application/x-amz-json-1.1"), new("X-Amz-Target", $"Gatehouse.{operation}")],
                Body = body,
            },
            clock.GetUtcNow()).Request;
        using var request = SignedMessages.Of(endpoint, signed);
        try
        {
            using var response = await client.SendAsync(request, cancel);
            var text = await response.Content.ReadAsByteArrayAsync(cancel);
            return response.StatusCode == HttpStatusCode.OK ? Read(text) : throw Refusal(response.StatusCode, text);
        }
        catch (Exception away) when (away is HttpRequestException || (away is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new ServiceRefusal($"{endpoint.GetLeftPart(UriPartial.Authority)} cannot be reached: {away.Message}");
        }
    }

    private static ServiceRefusal Refusal(HttpStatusCode status, byte[] text)
    {
        try
        {
            var answer = Read(text);
            var message = answer.TryGetProperty("message", out var lower) ? lower : answer.TryGetProperty("Message", out var upper) ? upper : default;
            return new($"{answer.GetProperty("__type").GetString()}: {(message.ValueKind == JsonValueKind.String ? message.GetString() : "")}");
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new($"The endpoint answered {(int)status}, and not as Gatehouse does.");
        }
    }

    private static JsonElement Read(byte[] text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new ServiceRefusal("The endpoint does not answer as Gatehouse does.");
        }
    }
}
