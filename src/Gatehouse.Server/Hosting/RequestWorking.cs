using Gatehouse.Operations;

namespace Gatehouse.Server.Hosting;

/// <summary>Finishes what accounts asked for and get later, beside the requests.</summary>
/// <typeparam name="TWorker">What finishes requests of a kind.</typeparam>
internal sealed class RequestWorking<TWorker>(TWorker worker, ILogger<TWorker> log) : BackgroundService
    where TWorker : RequestWorker
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await worker.RunAsync((request, wrong) => log.RequestFailed(wrong, request), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is unfinished is resumed at the next start.
        }
    }
}
