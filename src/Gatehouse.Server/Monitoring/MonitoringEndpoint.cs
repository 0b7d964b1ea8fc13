using System.Text;
using System.Text.Json;
using Gatehouse.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Server.Monitoring;

/// <summary>Answers <c>/health</c> and <c>/metrics</c>, to anyone and without a signature: neither tells a secret or a name.</summary>
internal sealed class MonitoringEndpoint(StoreHealth health, PrometheusExporter exporter, IHostApplicationLifetime life, Settings settings)
{
    private const string Health = "/health";
    private const string Metrics = "/metrics";

    /// <summary>Whether a request is for monitoring; any other is for the pipeline.</summary>
    internal static bool Takes(HttpRequest request)
    {
        // Nearly every path is "/", so that its length alone decides.
        var path = request.Path.Value;
        return path?.Length is 7 or 8 && path is Health or Metrics && request.Method is "GET" or "HEAD";
    }

    /// <summary>Answers a request for monitoring.</summary>
    internal Task AnswerAsync(HttpContext http) => http.Request.Path.Value == Health ? AnswerHealthAsync(http) : AnswerMetricsAsync(http);

    private async Task AnswerHealthAsync(HttpContext http)
    {
        // Who is about to stop still answers what is in flight, and wants nothing new.
        var stopping = life.ApplicationStopping.IsCancellationRequested;
        var problem = await health.ProblemAsync(http.RequestAborted);
        var ready = !stopping && problem is null;
        using var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("status", ready ? "ok" : stopping ? "stopping" : "unavailable");
            json.WriteString("version", GatehouseMeter.Version);
            if (settings.Dev)
            {
                json.WriteString("mode", "development");
            }

            json.WriteStartObject("checks");
            json.WriteString("store", problem ?? "ok");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        await WriteAsync(http, ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, "application/json", body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    private async Task AnswerMetricsAsync(HttpContext http)
    {
        // Asked here, since the meter's gauge cannot wait.
        await health.ProblemAsync(http.RequestAborted);
        await WriteAsync(http, StatusCodes.Status200OK, PrometheusExporter.ContentType, Encoding.UTF8.GetBytes(exporter.Write()));
    }

    private static async Task WriteAsync(HttpContext http, int status, string type, ReadOnlyMemory<byte> body)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(body, http.RequestAborted);
        }
    }
}
