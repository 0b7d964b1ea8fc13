using System.Collections.Concurrent;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Storage;
using Gatehouse.Server.Hosting;

namespace Gatehouse.Server.Dev;

/// <summary>A server that can begin anew: everything behind the listener is made again from a store, empty or remembered.</summary>
internal sealed class DevServer(Settings settings, DevClock clock) : IAsyncDisposable
{
    /// <summary>The most snapshots that are remembered.</summary>
    internal const int MostSnapshots = 100;

    private readonly MasterKeys masters = settings.MasterKey is null ? MasterKeys.Ephemeral() : MasterKeys.Open(settings.Data, settings.MasterKey);
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentDictionary<string, DevSnapshot> snapshots = new(StringComparer.Ordinal);
    private Action<IServiceCollection> outer = _ => { };
    private Generation? current;

    /// <summary>The clock.</summary>
    internal DevClock Clock => clock;

    /// <summary>What answers now.</summary>
    internal Generation Current => Volatile.Read(ref current) ?? throw new InvalidOperationException("Nothing was started.");

    /// <summary>The names of the snapshots.</summary>
    internal IEnumerable<string> Snapshots => snapshots.Keys.Order(StringComparer.Ordinal);

    /// <summary>Makes the first generation, of an empty store.</summary>
    /// <param name="shared">Adds the services that all generations share with the listener.</param>
    /// <param name="cancel">Gives up starting.</param>
    internal async Task StartAsync(Action<IServiceCollection> shared, CancellationToken cancel)
    {
        outer = shared;
        await BeginAsync(NewStore(), null, cancel);
    }

    /// <summary>Forgets everything but the snapshots, and starts as it did the first time; the clock goes again.</summary>
    internal async Task ResetAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            clock.Set(null);
            await BeginAsync(NewStore(), null, cancel);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Remembers everything as it is, under a name.</summary>
    /// <returns>False when there are too many already.</returns>
    internal async Task<bool> SaveAsync(string name, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            if (!snapshots.ContainsKey(name) && snapshots.Count >= MostSnapshots)
            {
                return false;
            }

            snapshots[name] = new(await Current.CopyAsync(cancel), Current.Ids.Drawn);
            return true;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Makes everything as it was; the clock stays where it is.</summary>
    /// <returns>False when there is no such snapshot.</returns>
    internal async Task<bool> RestoreAsync(string name, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            if (!snapshots.TryGetValue(name, out var snapshot))
            {
                return false;
            }

            await BeginAsync(snapshot.Store.Copy(), snapshot, cancel);
            return true;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Forgets a snapshot.</summary>
    /// <returns>False when there is no such snapshot.</returns>
    internal bool Forget(string name) => snapshots.TryRemove(name, out _);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref current, null) is { } last)
        {
            await last.DisposeAsync();
        }

        gate.Dispose();
    }

    private MemoryStore NewStore() => new(clock, TimeSpan.FromDays(settings.RetentionDays));

    private async Task BeginAsync(MemoryStore store, DevSnapshot? of, CancellationToken cancel)
    {
        var next = await MakeAsync(store, of, cancel);
        next.Installation.Address.Url = Volatile.Read(ref current)?.Installation.Address.Url ?? settings.PublicUrl ?? settings.Urls.Split(';')[0];
        await next.StartAsync(cancel);
        if (Interlocked.Exchange(ref current, next) is { } before)
        {
            await before.DisposeAsync();
        }
    }

    private async Task<Generation> MakeAsync(MemoryStore store, DevSnapshot? of, CancellationToken cancel)
    {
        var ids = new DevIds();
        var ring = await KeyRing.OpenAsync(store, masters, clock, cancel);
        var installation = await Installing.InstallAsync(settings, store, ring, clock, ids, cancel);

        // What was taken away before a snapshot is not brought back by a seed.
        var known = of is null ? settings : settings with { AccountId = null, RootAccessKeyId = null, RootSecretAccessKey = null, Seed = null };
        var first = await Installing.FoundAsync(known, store, installation, cancel);
        ids.Drawn = of?.Drawn ?? ids.Drawn;
        var services = new ServiceCollection();
        outer(services);
        Installing.AddTo(services, settings, clock, store, ring, installation);
        return new(services.BuildServiceProvider(), store, installation, ids, first);
    }
}
