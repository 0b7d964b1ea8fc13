using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Server.Audit;
using Gatehouse.Server.Hosting;
using Gatehouse.Server.Monitoring;
using Gatehouse.Server.Requests;
using Gatehouse.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Server.Tests.Monitoring;

/// <summary>Monitoring with all it reads, and without a server around it.</summary>
internal sealed class MonitoringFixture : IAsyncDisposable
{
    private readonly HealthStore store;
    private readonly GatehouseMeter meter;
    private readonly PrometheusExporter exporter;
    private readonly MonitoringEndpoint endpoint;

    internal MonitoringFixture()
    {
        store = new(() => Task.FromResult(Well));
        Lane = new(store, new IdSource(), new Settings(), TimeProvider.System, new(NullLogger<RequestLog>.Instance), NullLogger<AuditLane>.Instance);
        Trail = new(Lane, new IdSource(), TimeProvider.System);
        Services = new(Offer.Services, Offer.Operations, null!, []);
        var health = new StoreHealth(store, TimeProvider.System, NullLogger<StoreHealth>.Instance);
        meter = new(Services, Trail, Lane, new AccountDirectory(store, null!), health, new AccountFixture().Installation);
        exporter = new(meter);
        endpoint = new(health, exporter, Life, new Settings());
    }

    internal bool Well { get; set; } = true;

    internal AuditLane Lane { get; }

    internal AuditTrail Trail { get; }

    internal Services Services { get; }

    internal ApplicationLifetime Life { get; } = new(NullLogger<ApplicationLifetime>.Instance);

    internal OperationNumbers Of(string operation) => Services.All.Single(known => known.Contract.ToString() == operation).Numbers;

    internal PrometheusText Scrape() => PrometheusText.Read(exporter.Write());

    /// <summary>Asks; null when the request is for the pipeline.</summary>
    internal async Task<(HttpResponse Response, string Body)?> AskAsync(string method, string path)
    {
        var http = new DefaultHttpContext();
        (http.Request.Method, http.Request.Path) = (method, path);
        var body = new MemoryStream();
        http.Response.Body = body;
        if (!MonitoringEndpoint.Takes(http.Request))
        {
            return null;
        }

        await endpoint.AnswerAsync(http);
        return (http.Response, Encoding.UTF8.GetString(body.ToArray()));
    }

    public async ValueTask DisposeAsync()
    {
        exporter.Dispose();
        meter.Dispose();
        Lane.Dispose();
        await store.DisposeAsync();
    }
}
