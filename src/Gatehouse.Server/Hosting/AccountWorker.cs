using Gatehouse.Accounts;
using Gatehouse.Organizations.Members;

namespace Gatehouse.Server.Hosting;

/// <summary>Makes the accounts that organizations ask for, beside the requests.</summary>
internal sealed class AccountWorker(Installation installation, ILogger<AccountWorker> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await new AccountCreator(installation).RunAsync((creation, wrong) => log.CreationFailed(wrong, creation), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is unfinished is resumed at the next start.
        }
    }
}
