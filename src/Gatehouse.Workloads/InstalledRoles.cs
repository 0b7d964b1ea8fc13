using System.Security.Cryptography.X509Certificates;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Workloads;

/// <summary>The roles of the installation beside the listeners.</summary>
/// <param name="installation">The installation.</param>
/// <param name="region">The region we answer for.</param>
/// <param name="happened">Takes the audit event of each session, begun or refused.</param>
public sealed class InstalledRoles(Installation installation, string region, Action<AuditEvent> happened) : IRoleSource
{
    private readonly ServiceSession sessions = new(installation, region, happened);

    /// <inheritdoc/>
    public DateTimeOffset Now => sessions.Now;

    /// <inheritdoc/>
    public string Region => region;

    /// <inheritdoc/>
    public string Place => "";

    /// <inheritdoc/>
    public async ValueTask<X509Certificate2?> SignerAsync(CancellationToken cancel) => await installation.Secrets.InstanceIdentityAsync(cancel);

    /// <inheritdoc/>
    public bool Stands(WorkloadCredentials given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return installation.Sessions.TryOpen(given.Token, given.AccessKeyId, out var session, out _)
            && installation.Accounts.Loaded(session.Account) is { } slot
            && SessionCallers.Find(slot.Current, given.AccessKeyId, session) is not null;
    }

    /// <inheritdoc/>
    public async ValueTask<WorkloadRole?> FindAsync(WorkloadListener listener, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(listener);
        if (await sessions.AccountAsync(listener.Account, cancel) is not { } account)
        {
            return null;
        }

        var (profile, role) = Find(account, listener);
        return profile is null && role is null ? null : new()
        {
            Account = account.Id,
            Name = role?.Name,
            Arn = role?.ArnIn(account.Id).Text,
            ProfileArn = profile?.ArnIn(account.Id).Text,
            ProfileId = profile?.Id,
        };
    }

    /// <inheritdoc/>
    public async ValueTask<WorkloadCredentials> BeginAsync(WorkloadListener listener, WorkloadSession session, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(listener);
        ArgumentNullException.ThrowIfNull(session);
        var account = await sessions.AccountAsync(listener.Account, cancel);
        return account is not null && Find(account, listener).Role is { } role
            ? await sessions.BeginAsync(account, role, session.Service, session.Name, session.Delivery, session.DeliveredTo, session.Keys, cancel)
                ?? throw new WorkloadRefusal($"its trust policy does not allow {session.Service}")
            : throw new WorkloadRefusal("it does not exist any more");
    }

    /// <inheritdoc/>
    public ValueTask<WorkloadCredentials> BeginPodAsync(WorkloadListener listener, string token, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(listener);
        return sessions.BeginPodAsync(installation.Clusters.Single(one => one.Account == listener.Account && one.Name == listener.Name), token, cancel);
    }

    private static (InstanceProfile? Profile, Role? Role) Find(Account account, WorkloadListener listener)
    {
        if (listener.Kind == WorkloadKind.Container)
        {
            return (null, account.Roles.Find(listener.Name));
        }

        var profile = account.InstanceProfiles.Find(listener.Name);
        return (profile, profile?.RoleId is { } id ? account.Roles.FirstOrDefault(one => one.Id == id) : null);
    }
}
