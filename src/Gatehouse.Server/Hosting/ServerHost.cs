using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Storage;
using Gatehouse.Server.Dev;
using Gatehouse.Server.Requests;
using Gatehouse.Storage.Sqlite;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Gatehouse.Server.Hosting;

/// <summary>A running server: the store, the installation, the pipeline and Kestrel, put together in one place.</summary>
internal sealed class ServerHost : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly IStore? store;
    private readonly DevServer? development;

    private ServerHost(WebApplication application, IStore? store, DevServer? development, Welcome welcome)
    {
        this.application = application;
        this.store = store;
        this.development = development;
        Welcome = welcome;
    }

    /// <summary>Every operation that is understood, with what is counted of it.</summary>
    internal IEnumerable<Destination> Operations => (development?.Current.Services ?? application.Services).GetRequiredService<Services>().All;

    /// <summary>Where everything is kept.</summary>
    internal IStore Store => development?.Current.Services.GetRequiredService<IStore>() ?? store!;

    /// <summary>The keys that it seals with.</summary>
    internal KeyRing Keys => (development?.Current.Services ?? application.Services).GetRequiredService<KeyRing>();

    /// <summary>What the operations see of the server.</summary>
    internal Installation Installation => (development?.Current.Services ?? application.Services).GetRequiredService<Installation>();

    /// <summary>What to tell whoever started it.</summary>
    internal Welcome Welcome { get; }

    /// <summary>Starts a server; it answers when this returns.</summary>
    /// <param name="settings">The operator's settings.</param>
    /// <param name="file">What <c>appsettings.json</c> holds, for the framework's own sections.</param>
    /// <param name="clock">The one clock.</param>
    /// <param name="cancel">Gives up starting.</param>
    internal static async Task<ServerHost> StartAsync(Settings settings, IConfiguration file, TimeProvider clock, CancellationToken cancel)
    {
        // Several hundred contracts cost a tenth of a second to load: on another core, while the store is opened.
        _ = Task.Run(static () => (Offer.Services.Sum(static service => service.All.Count), Offer.Operations.Count()), CancellationToken.None);
        return settings.Dev
            ? await StartDevelopmentAsync(settings, file, clock, cancel)
            : await StartServingAsync(settings, file, clock, cancel);
    }

    /// <summary>Waits until the server was told to stop and has answered what was in flight.</summary>
    internal Task WaitAsync(CancellationToken cancel) => application.WaitForShutdownAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
        await (store?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (development?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static async Task<ServerHost> StartServingAsync(Settings settings, IConfiguration file, TimeProvider clock, CancellationToken cancel)
    {
        if (settings.Seed is not null && (settings.InMemory || !File.Exists(Path.Combine(settings.Data, "gatehouse.db"))))
        {
            // Where there is nothing yet, not even a folder is made for a seed that cannot be applied.
            await using var nothing = new MemoryStore(clock, StoreRules.DefaultRetention);
            await Installing.RehearseAsync(settings, nothing, MasterKeys.Ephemeral(), clock, cancel);
        }

        var store = OpenStore(settings, clock);
        try
        {
            var masters = settings.InMemory && settings.MasterKey is null ? MasterKeys.Ephemeral() : MasterKeys.Open(settings.Data, settings.MasterKey);
            if (settings.Seed is not null)
            {
                await Installing.RehearseAsync(settings, store, masters, clock, cancel);
            }

            var ring = await KeyRing.OpenAsync(store, masters, clock, cancel);
            var installation = await Installing.InstallAsync(settings, store, ring, clock, new IdSource(), cancel);
            var first = await Installing.FoundAsync(settings, store, installation, cancel);
            installation.Address.Url = settings.PublicUrl ?? settings.Urls.Split(';')[0];
            var application = Build(settings, file, services => Installing.AddTo(services, settings, clock, store, ring, installation));
            var answering = new Answering(application.Services);
            TrustProxies(application, settings);
            StripBasePath(application, settings);
            application.Run(answering.AnswerAsync);
            await application.StartAsync(cancel);
            if (settings.PublicUrl is null)
            {
                // A port that was left to the system is known only now.
                installation.Address.Url = application.Urls.First();
            }

            var welcome = new Welcome(application.Urls.ToList(), first, masters.MadeFile) { Federation = settings.Federation };
            return new(application, store, null, welcome);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private static async Task<ServerHost> StartDevelopmentAsync(Settings settings, IConfiguration file, TimeProvider clock, CancellationToken cancel)
    {
        DevSettings.RequireOwnUrls(settings, file);
        if (settings.Workloads.Count > 0)
        {
            // Generations overlap while one takes the other's place: two would want the same port.
            throw new SettingsException("GATEHOUSE_WORKLOADS does not go with development mode.");
        }

        var development = new DevServer(settings, new DevClock(clock));
        try
        {
            var application = Build(settings, file, _ => { });
            DevSettings.RequireOwnUrls(settings, application.Configuration);
            var endpoint = new DevEndpoint(development);
            TrustProxies(application, settings);
            StripBasePath(application, settings);
            application.Run(http => DevEndpoint.Takes(http.Request) ? endpoint.AnswerAsync(http) : development.Current.Answering.AnswerAsync(http));
            await development.StartAsync(
                services => services
                    .AddLogging().AddSingleton(application.Services.GetRequiredService<ILoggerFactory>())
                    .AddSingleton(application.Lifetime),
                cancel);
            await application.StartAsync(cancel);
            development.Current.Installation.Address.Url = settings.PublicUrl ?? application.Urls.First();
            var welcome = new Welcome(application.Urls.ToList(), development.Current.First, null) { Federation = settings.Federation, Dev = true };
            return new(application, null, development, welcome);
        }
        catch
        {
            await development.DisposeAsync();
            throw;
        }
    }

    // [AU-126]: what a proxy says of host, scheme and client counts only where the operator named the proxy; then signatures see the host that clients signed.
    private static void TrustProxies(WebApplication application, Settings settings)
    {
        if (settings.TrustedProxies.IsEmpty)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var network in settings.TrustedProxies)
        {
            options.KnownIPNetworks.Add(network);
        }

        application.UseForwardedHeaders(options);
    }

    // [AU-3]: routes are found below it; signatures see the target as it was sent.
    private static void StripBasePath(WebApplication application, Settings settings)
    {
        if (settings.BasePath is { } path)
        {
            application.UsePathBase(path);
        }
    }

    private static IStore OpenStore(Settings settings, TimeProvider clock)
    {
        if (settings.InMemory)
        {
            return new MemoryStore(clock, TimeSpan.FromDays(settings.RetentionDays));
        }

        return SqliteStore.Open(settings.Data, clock, new() { Retention = TimeSpan.FromDays(settings.RetentionDays) });
    }

    private static WebApplication Build(Settings settings, IConfiguration file, Action<IServiceCollection> add)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = [] });
        builder.Configuration.AddInMemoryCollection(file.AsEnumerable());
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // While this one may log anything at all, the host makes an activity and a scope for every request. Ours are in RequestLog.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // [AU-8]: it writes down what it could not read, which may be anything, whatever else of the server's an operator wants to see.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.None);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, builder.Configuration));
        if (!builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(settings.Urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(settings.DrainSeconds));
        add(builder.Services);
        return builder.Build();
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
