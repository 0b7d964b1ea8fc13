using Gatehouse.Accounts;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Server.Hosting;

/// <summary>What is done now and then, beside the requests: last uses are written, keys are tended.</summary>
internal sealed class Upkeep(AccountDirectory accounts, KeyRing ring, TimeProvider clock, ILogger<Upkeep> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeyRhythm = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        var watch = new ClockWatch(clock);
        var tended = DateTimeOffset.MinValue;
        try
        {
            do
            {
                if (clock.GetUtcNow() - tended >= KeyRhythm)
                {
                    tended = clock.GetUtcNow();
                    await TendAsync(stoppingToken);
                }

                await FlushAsync(stoppingToken);
                if (watch.Look() is { } moved)
                {
                    log.ClockMoved(moved.TotalSeconds);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // StopAsync writes what is left.
        }
    }

    private async Task TendAsync(CancellationToken cancel)
    {
        try
        {
            foreach (var done in await ring.TendAsync(cancel))
            {
                log.KeyTended(done);
            }
        }
        catch (StoreUnavailableException away)
        {
            log.UpkeepWaits(away);
        }
    }

    private async Task FlushAsync(CancellationToken cancel)
    {
        foreach (var slot in accounts.LoadedSlots.Where(slot => slot.Activity.IsSoiled))
        {
            try
            {
                await slot.Activity.FlushAsync(cancel);
            }
            catch (StoreUnavailableException away)
            {
                log.UpkeepWaits(away);
                return;
            }
        }
    }
}
