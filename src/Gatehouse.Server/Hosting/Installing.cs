using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Policies;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Accounts.Storage;
using Gatehouse.Federation;
using Gatehouse.IdentityCenter.Provisioning;
using Gatehouse.Organizations.Members;
using Gatehouse.Server.Audit;
using Gatehouse.Server.Authentication;
using Gatehouse.Server.Issuing;
using Gatehouse.Server.Monitoring;
using Gatehouse.Server.Requests;
using Gatehouse.Server.Seeding;
using Gatehouse.Server.SigningIn;
using Gatehouse.SignIn;

namespace Gatehouse.Server.Hosting;

/// <summary>Puts together what stands behind the listener: the installation, its first accounts, and the services that answer.</summary>
internal static class Installing
{
    /// <summary>Makes the installation of a store.</summary>
    internal static async Task<Installation> InstallAsync(Settings settings, IStore store, KeyRing ring, TimeProvider clock, IdSource ids, CancellationToken cancel)
    {
        var vault = new SecretVault(ring);
        var address = new PublicAddress();
        var policies = new PolicyCache();
        var awsPolicies = new AwsManagedPolicies();
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
            Proofs = new IdentityProofs(settings.Federation, vault, address, clock),
            Address = address,
            Clusters = settings.Clusters,
            AwsPolicies = awsPolicies,
            Effective = new EffectivePolicies(policies, awsPolicies),
            Quotas = settings.Quotas,
            Keys = settings.Keys,
            SecondFactor = settings.SecondFactor,
        };
    }

    /// <summary>Sees that the first account and what the seed names are there.</summary>
    /// <exception cref="SettingsException">The settings name another account or key than the store has.</exception>
    /// <exception cref="SeedException">The seed cannot be applied.</exception>
    internal static async Task<FirstAccount> FoundAsync(Settings settings, IStore store, Installation installation, CancellationToken cancel)
    {
        if (settings.Seed is null)
        {
            return await Bootstrap.RunAsync(installation, settings, cancel);
        }

        var seed = Seed.Read(settings.Seed, Environment.GetEnvironmentVariable);
        seed.Problems.Throw();
        var (id, name, email) = seed.First!.Value;
        var known = settings with { AccountId = settings.AccountId ?? (IsAccount(id) ? id : settings.Dev ? Dev.DevSettings.Account : null) };
        var first = await Bootstrap.RunAsync(installation, known, cancel, name ?? "gatehouse", email ?? RootSignIn.DefaultEmail);
        return first with { Warnings = await Seeder.ApplyAsync(seed, installation, store, settings, first.Id, cancel) };
    }

    /// <summary>Tries the start on a store that forgets, so that a seed that cannot be applied leaves no trace.</summary>
    /// <exception cref="SeedException">The seed cannot be applied.</exception>
    internal static async Task RehearseAsync(Settings settings, IStore real, MasterKeys masters, TimeProvider clock, CancellationToken cancel)
    {
        await using var store = new RehearsalStore(real);
        var ring = await KeyRing.OpenAsync(store, masters, clock, cancel);
        var installation = await InstallAsync(settings, store, ring, clock, new IdSource(), cancel);
        await FoundAsync(settings, store, installation, cancel);
    }

    /// <summary>Adds the services that answer requests, and the workers beside them.</summary>
    internal static void AddTo(IServiceCollection services, Settings settings, TimeProvider clock, IStore store, KeyRing ring, Installation installation)
    {
        // What development mode makes foretellable is what accounts hold, not what is drawn beside requests at times of its own.
        var ids = settings.Dev ? new IdSource() : installation.Ids;
        services
            .AddSingleton(settings).AddSingleton(clock).AddSingleton(store).AddSingleton(ring).AddSingleton(installation)
            .AddSingleton(ids).AddSingleton(installation.Accounts)
            .AddSingleton(new Authorizer(installation.Effective))
            .AddSingleton(new FailureCounter(settings.FailuresPerMinute))
            .AddSingleton<Authenticator>()
            .AddSingleton(provider => new Services(Offer.Services, Offer.Operations, provider.GetRequiredService<Authenticator>(), settings.GlobalHosts))
            .AddSingleton<RequestLog>().AddSingleton<AuditLane>().AddSingleton<AuditTrail>()
            .AddSingleton<Calls>().AddSingleton<Executor>().AddSingleton<Pipeline>()
            .AddSingleton(new RequestIds(ids)).AddSingleton<BodyBudget>().AddSingleton<Requests.Endpoint>()
            .AddSingleton<StoreHealth>().AddSingleton<GatehouseMeter>().AddSingleton<PrometheusExporter>().AddSingleton<MonitoringEndpoint>().AddSingleton<IssuerEndpoint>().AddSingleton<InstanceCertificateEndpoint>()
            .AddSingleton<IApiCalls, ApiCalls>()
            .AddSingleton(provider => new SignInServices(installation, settings.SignIn, settings.Region, provider.GetRequiredService<AuditTrail>().Keep, provider.GetRequiredService<IApiCalls>()))
            .AddSingleton(provider => new SignInEndpoint(provider.GetRequiredService<SignInServices>(), SignInPages.All(provider.GetRequiredService<SignInServices>())))
            .AddHostedService(provider => provider.GetRequiredService<AuditLane>())
            .AddSingleton(provider => new Gatehouse.Workloads.WorkloadHost(
                settings.Workloads, new Gatehouse.Workloads.InstalledRoles(installation, settings.Region, provider.GetRequiredService<AuditTrail>().Keep), clock))
            .AddHostedService(provider => provider.GetRequiredService<Gatehouse.Workloads.WorkloadHost>())
            .AddHostedService<Upkeep>()
            .AddSingleton(new AccountCreator(installation)).AddHostedService<RequestWorking<AccountCreator>>()
            .AddSingleton(new Provisioner(installation)).AddHostedService<RequestWorking<Provisioner>>()
            .AddHostedService<ReportWorker>();
    }

    private static bool IsAccount(string? id) => id is { Length: 12 } && id.All(char.IsAsciiDigit);
}
