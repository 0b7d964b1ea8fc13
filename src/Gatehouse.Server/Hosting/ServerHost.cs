using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Policies;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Accounts.Storage;
using Gatehouse.Federation;
using Gatehouse.Server.Audit;
using Gatehouse.Server.Authentication;
using Gatehouse.Server.Issuing;
using Gatehouse.Server.Monitoring;
using Gatehouse.Server.Requests;
using Gatehouse.Storage.Sqlite;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Gatehouse.Server.Hosting;

/// <summary>A running server: the store, the installation, the pipeline and Kestrel, put together in one place.</summary>
internal sealed class ServerHost : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly IStore store;

    private ServerHost(WebApplication application, IStore store, Welcome welcome)
    {
        this.application = application;
        this.store = store;
        Welcome = welcome;
    }

    /// <summary>Every operation that is understood, with what is counted of it.</summary>
    internal IEnumerable<Destination> Operations => application.Services.GetRequiredService<Services>().All;

    /// <summary>The keys that it seals with.</summary>
    internal KeyRing Keys => application.Services.GetRequiredService<KeyRing>();

    /// <summary>What to tell whoever started it.</summary>
    internal Welcome Welcome { get; }

    /// <summary>Starts a server; it answers when this returns.</summary>
    /// <param name="settings">The operator's settings.</param>
    /// <param name="file">What <c>appsettings.json</c> holds, for the framework's own sections.</param>
    /// <param name="clock">The one clock.</param>
    /// <param name="cancel">Gives up starting.</param>
    internal static async Task<ServerHost> StartAsync(Settings settings, IConfiguration file, TimeProvider clock, CancellationToken cancel)
    {
        var store = OpenStore(settings, clock);
        try
        {
            var masters = settings.InMemory && settings.MasterKey is null ? MasterKeys.Ephemeral() : MasterKeys.Open(settings.Data, settings.MasterKey);
            var ring = await KeyRing.OpenAsync(store, masters, clock, cancel);
            var installation = await InstallAsync(settings, store, ring, clock, cancel);
            var first = await Bootstrap.RunAsync(installation, settings, cancel);
            installation.Address.Url = settings.PublicUrl ?? settings.Urls.Split(';')[0];
            var application = Build(settings, file, clock, store, ring, installation);
            await application.StartAsync(cancel);
            if (settings.PublicUrl is null)
            {
                // A port that was left to the system is known only now.
                installation.Address.Url = application.Urls.First();
            }

            var welcome = new Welcome(application.Urls.ToList(), first, masters.MadeFile) { DevIssuers = settings.Federation.DevIssuers };
            return new(application, store, welcome);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the server was told to stop and has answered what was in flight.</summary>
    internal Task WaitAsync(CancellationToken cancel) => application.WaitForShutdownAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
        await store.DisposeAsync();
    }

    private static IStore OpenStore(Settings settings, TimeProvider clock)
    {
        if (settings.InMemory)
        {
            return new MemoryStore(clock, TimeSpan.FromDays(settings.RetentionDays));
        }

        return SqliteStore.Open(settings.Data, clock, new() { Retention = TimeSpan.FromDays(settings.RetentionDays) });
    }

    private static async Task<Installation> InstallAsync(Settings settings, IStore store, KeyRing ring, TimeProvider clock, CancellationToken cancel)
    {
        var vault = new SecretVault(ring);
        var policies = new PolicyCache();
        var awsPolicies = new AwsManagedPolicies();
        var ids = new IdSource();
        return new()
        {
            Clock = clock,
            Ids = ids,
            Secrets = vault,
            Sessions = new SessionTokens(ring, ids, clock),
            Accounts = new AccountDirectory(store, vault),
            Names = await Names.LoadAsync(store, cancel),
            Policies = policies,
            Federation = settings.Federation,
            Proofs = new IdentityProofs(settings.Federation, vault, clock),
            AwsPolicies = awsPolicies,
            Effective = new EffectivePolicies(policies, awsPolicies),
            Quotas = settings.Quotas,
        };
    }

    private static WebApplication Build(Settings settings, IConfiguration file, TimeProvider clock, IStore store, KeyRing ring, Installation installation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = [] });
        builder.Configuration.AddInMemoryCollection(file.AsEnumerable());
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // While this one may log anything at all, the host makes an activity and a scope for every request. Ours are in RequestLog.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, builder.Configuration));
        if (!builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(settings.Urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(settings.DrainSeconds));
        builder.Services
            .AddSingleton(settings).AddSingleton(clock).AddSingleton(store).AddSingleton(ring).AddSingleton(installation)
            .AddSingleton(installation.Ids).AddSingleton(installation.Accounts)
            .AddSingleton(new Authorizer(installation.Effective))
            .AddSingleton(new FailureCounter(settings.FailuresPerMinute))
            .AddSingleton<Authenticator>()
            .AddSingleton(provider => new Services(Offer.Services, Offer.Operations, provider.GetRequiredService<Authenticator>()))
            .AddSingleton<RequestLog>().AddSingleton<AuditLane>().AddSingleton<AuditTrail>()
            .AddSingleton<Calls>().AddSingleton<Executor>().AddSingleton<Pipeline>()
            .AddSingleton(new RequestIds(installation.Ids)).AddSingleton<BodyBudget>().AddSingleton<Requests.Endpoint>()
            .AddSingleton<StoreHealth>().AddSingleton<GatehouseMeter>().AddSingleton<PrometheusExporter>().AddSingleton<MonitoringEndpoint>().AddSingleton<IssuerEndpoint>()
            .AddHostedService(provider => provider.GetRequiredService<AuditLane>())
            .AddSingleton(provider => new Workloads.WorkloadHost(settings.Workloads, installation, settings.Region, provider.GetRequiredService<AuditTrail>().Keep))
            .AddHostedService(provider => provider.GetRequiredService<Workloads.WorkloadHost>())
            .AddHostedService<Upkeep>()
            .AddHostedService<AccountWorker>()
            .AddHostedService<ReportWorker>();

        var application = builder.Build();
        var endpoint = application.Services.GetRequiredService<Requests.Endpoint>();
        var monitoring = application.Services.GetRequiredService<MonitoringEndpoint>();
        var issuers = application.Services.GetRequiredService<IssuerEndpoint>();
        application.Run(http => MonitoringEndpoint.Takes(http.Request) ? monitoring.AnswerAsync(http)
            : IssuerEndpoint.Takes(http.Request) ? issuers.AnswerAsync(http)
            : endpoint.AnswerAsync(http));
        return application;
    }

    private static void Configure(KestrelServerOptions kestrel, IConfiguration configuration)
    {
        kestrel.Configure(configuration.GetSection("Kestrel"));
        kestrel.AddServerHeader = false;

        // [AU-7]: presigned URLs with a session token are long. Bodies are bounded by the pipeline, which knows the operation.
        kestrel.Limits.MaxRequestLineSize = 32 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 100;
        kestrel.Limits.MaxRequestBodySize = null;
    }
}
