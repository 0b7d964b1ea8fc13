using Gatehouse.Accounts.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using System.Net;

namespace Gatehouse.Workloads;

/// <summary>The listeners of workloads, each on a socket of its own: beside the server's, or next to the workload.</summary>
/// <param name="listeners">What to listen for.</param>
/// <param name="roles">Where their roles come from.</param>
/// <param name="clock">The clock.</param>
public sealed class WorkloadHost(IReadOnlyList<WorkloadListener> listeners, IRoleSource roles, TimeProvider clock) : IHostedService, IAsyncDisposable
{
    private const int MostHeaders = 32 * 1024;

    private readonly List<(WebApplication Application, IWorkloadEndpoint Endpoint)> running = [];

    /// <summary>Where they listen, in the order they were given, once they were started.</summary>
    public IReadOnlyList<string> Urls => [.. running.Select(one => one.Application.Urls.First())];

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var signer = listeners.Any(static one => one.Kind == WorkloadKind.Instance) ? await roles.SignerAsync(cancellationToken) : null;
        foreach (var listener in listeners)
        {
            IWorkloadEndpoint endpoint = listener.Kind switch
            {
                WorkloadKind.Instance => new InstanceEndpoint(listener, roles, clock, signer),
                WorkloadKind.Container => new ContainerEndpoint(listener, roles),
                _ => new PodEndpoint(listener, roles),
            };
            var application = Build(listener, endpoint);
            running.Add((application, endpoint));
            await application.StartAsync(cancellationToken);
        }
    }

    /// <summary>Fetches ahead what workloads will ask for.</summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="WorkloadRefusal">They would get nothing.</exception>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        foreach (var (_, endpoint) in running)
        {
            await endpoint.PrepareAsync(cancel);
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var (application, _) in running)
        {
            await application.StopAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var (application, endpoint) in running)
        {
            await application.DisposeAsync();
            endpoint.Dispose();
        }

        running.Clear();
    }

    private static WebApplication Build(WorkloadListener listener, IWorkloadEndpoint endpoint)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = [] });
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = MostHeaders;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Listen(listener.Address);
        });

        // [AU-814]: answers that somebody forwards die on the way. What is accepted has the time to live of the socket that listens.
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = endpoint =>
        {
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
            socket.Ttl = (short)listener.HopLimit;
            return socket;
        });
        var application = builder.Build();
        application.Run(http => AnswerAsync(listener, endpoint, http));
        return application;
    }

    private static async Task AnswerAsync(WorkloadListener listener, IWorkloadEndpoint endpoint, HttpContext http)
    {
        WorkloadAnswer answer;
        try
        {
            answer = IsOurs(listener, http.Request.Host.Host) ? await endpoint.AnswerAsync(http.Request, http.RequestAborted) : WorkloadAnswer.Refuse(403, "Forbidden");
        }
        catch (Exception away) when (away is StoreUnavailableException or WorkloadRefusal { Away: true })
        {
            answer = endpoint.Away;
        }

        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        http.Response.Headers.CacheControl = "no-store";
        if (answer.TokenSeconds is { } seconds)
        {
            http.Response.Headers["X-aws-ec2-metadata-token-ttl-seconds"] = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (http.Request.Method != "HEAD")
        {
            await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
        }
    }

    // [AU-814]: a name that a browser was led here by is not ours.
    private static bool IsOurs(WorkloadListener listener, string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out _) || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Equals(listener.Host, StringComparison.OrdinalIgnoreCase);
}
