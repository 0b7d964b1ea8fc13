using Gatehouse.Accounts;
using Gatehouse.Accounts.Storage;
using Gatehouse.Server.Hosting;

namespace Gatehouse.Server.Dev;

/// <summary>A server in development mode between two resets: its store and all that is in memory beside it.</summary>
/// <param name="provider">Its services, the workers among them.</param>
/// <param name="store">Its store.</param>
/// <param name="installation">Its installation.</param>
/// <param name="ids">Where its ids come from.</param>
/// <param name="first">Its first account.</param>
internal sealed class Generation(ServiceProvider provider, MemoryStore store, Installation installation, DevIds ids, FirstAccount first) : IAsyncDisposable
{
    /// <summary>Answers its requests.</summary>
    internal Answering Answering { get; } = new(provider);

    /// <summary>Its services.</summary>
    internal IServiceProvider Services => provider;

    /// <summary>Its installation.</summary>
    internal Installation Installation => installation;

    /// <summary>Where its ids come from.</summary>
    internal DevIds Ids => ids;

    /// <summary>Its first account.</summary>
    internal FirstAccount First => first;

    /// <summary>Starts its workers.</summary>
    internal async Task StartAsync(CancellationToken cancel)
    {
        foreach (var worker in provider.GetServices<IHostedService>())
        {
            await worker.StartAsync(cancel);
        }
    }

    /// <summary>A copy of its store as it is now, last uses included.</summary>
    internal async Task<MemoryStore> CopyAsync(CancellationToken cancel)
    {
        foreach (var slot in installation.Accounts.LoadedSlots.Where(slot => slot.Activity.IsSoiled))
        {
            await slot.Activity.FlushAsync(cancel);
        }

        return store.Copy();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var worker in provider.GetServices<IHostedService>().Reverse())
        {
            await worker.StopAsync(CancellationToken.None);
        }

        await provider.DisposeAsync();
        await store.DisposeAsync();
    }
}
