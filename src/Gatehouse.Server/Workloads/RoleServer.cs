using Gatehouse.Signatures;
using Gatehouse.Workloads;

namespace Gatehouse.Server.Workloads;

/// <summary>The server that gives roles, as its clients see it.</summary>
/// <param name="endpoint">Where it is.</param>
internal sealed class RoleServer(Uri endpoint) : IDisposable
{
    private const int TooManyRequests = 429;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(1) })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    /// <summary>Its host, for the header.</summary>
    internal string Authority => endpoint.Authority;

    /// <summary>The path that its services stand under.</summary>
    internal string Path => endpoint.AbsolutePath;

    /// <summary>Sends a request.</summary>
    /// <returns>The status and the body of what it answered.</returns>
    /// <exception cref="WorkloadRefusal">It could not be reached, or cannot answer now.</exception>
    internal async Task<(bool Success, byte[] Body)> SendAsync(OutgoingRequest request, CancellationToken cancel)
    {
        try
        {
            using var message = SignedMessages.Of(endpoint, request);
            using var response = await client.SendAsync(message, cancel);
            var status = (int)response.StatusCode;
            return status is >= 500 or TooManyRequests
                ? throw new WorkloadRefusal($"{Name} cannot answer now: {status}.", away: true)
                : (response.IsSuccessStatusCode, await response.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (Exception away) when (away is HttpRequestException || (away is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new WorkloadRefusal($"{Name} cannot be reached: {away.Message}", away: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private string Name => endpoint.GetLeftPart(UriPartial.Authority);
}
