using Gatehouse.Accounts;
using Gatehouse.Iam.CredentialReports;

namespace Gatehouse.Server.Hosting;

/// <summary>Makes the credential reports that accounts ask for, beside the requests.</summary>
internal sealed class ReportWorker(Installation installation, ILogger<ReportWorker> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await new CredentialReporter(installation).RunAsync((account, wrong) => log.ReportFailed(wrong, account), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A report that is under way is made when its account asks again.
        }
    }
}
