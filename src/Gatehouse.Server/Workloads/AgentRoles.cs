using Gatehouse.Accounts;
using Gatehouse.Accounts.Pods;
using Gatehouse.Workloads;

namespace Gatehouse.Server.Workloads;

/// <summary>The one role of an agent, fetched from a server for the workload beside it; and with it, as with that of a node, the roles of pods.</summary>
internal sealed class AgentRoles(RoleRequest role, IRoleClient client, TimeProvider clock, ILogger log) : IRoleSource, IDisposable
{
    private readonly PodClient pods = new(role, client, clock);
    private readonly WorkloadRole known = new() { Account = role.Account, Name = role.RoleName, Arn = role.RoleArn };

    /// <inheritdoc/>
    public DateTimeOffset Now => clock.GetWholeSecond();

    /// <inheritdoc/>
    public string Region => role.Region;

    /// <inheritdoc/>
    public string Place => Environment.MachineName;

    /// <inheritdoc/>
    public ValueTask<WorkloadRole?> FindAsync(WorkloadListener listener, CancellationToken cancel) => new(known);

    /// <inheritdoc/>
    public async ValueTask<WorkloadCredentials> BeginAsync(WorkloadListener listener, WorkloadSession session, CancellationToken cancel)
    {
        try
        {
            var given = await client.AskAsync(session.Name, cancel);
            log.Fetched(given.AccessKeyId, given.RoleArn, given.Expires);
            return given;
        }
        catch (WorkloadRefusal refusal)
        {
            // What is missing shows at the workload only: the reason is for whoever runs the agent.
            log.NotFetched(role.RoleArn, refusal.Message);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<WorkloadCredentials> BeginPodAsync(WorkloadListener listener, string token, CancellationToken cancel)
    {
        try
        {
            var given = await pods.AskAsync(listener.Name, token, cancel);
            log.Fetched(given.AccessKeyId, given.RoleArn, given.Expires);
            return given;
        }
        catch (Exception refusal) when (refusal is WorkloadRefusal or PodRefusal)
        {
            log.NoPod(listener.Name, refusal.Message);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => pods.Dispose();
}
