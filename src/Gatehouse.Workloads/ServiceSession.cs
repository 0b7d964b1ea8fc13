using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Pods;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Workloads;

/// <summary>Sessions of roles that a service of AWS would assume for a workload: the engine asks the trust policy, and the trail tells of it.</summary>
/// <param name="installation">The installation.</param>
/// <param name="region">The region we answer for.</param>
/// <param name="happened">Takes the audit event of each session, begun or refused.</param>
internal sealed class ServiceSession(Installation installation, string region, Action<AuditEvent> happened)
{
    /// <summary>How long sessions live [AU-812].</summary>
    internal static readonly TimeSpan Life = TimeSpan.FromHours(6);

    /// <summary>The moment.</summary>
    internal DateTimeOffset Now => installation.Clock.GetWholeSecond();

    /// <summary>The account; null when there is none.</summary>
    internal async ValueTask<Account?> AccountAsync(string id, CancellationToken cancel) => (await installation.Accounts.FindAsync(id, cancel))?.Current;

    /// <summary>Begins a session.</summary>
    /// <returns>Null when the role does not trust the service, or the account may not be used.</returns>
    internal async ValueTask<WorkloadCredentials?> BeginAsync(
        Account account, Role role, string service, string sessionName, SessionDelivery delivery, string? deliveredTo, ImmutableArray<FederationKey> keys, CancellationToken cancel)
    {
        var management = await installation.Accounts.ManagementOfAsync(account, cancel);
        var now = Now;
        var assumption = new RoleAssumption(account.Id, role.ArnIn(account.Id).Text, service, sessionName, (int)Life.TotalSeconds, []);
        if (account.Profile.Suspended || role.IsServiceLinked || !RoleTrust.AllowsServiceItself(installation, account, management, role, service, sessionName, [], now, region))
        {
            happened(assumption.Denied(installation.Ids, region, now));
            return null;
        }

        var issued = installation.TryIssue(account.Id, id => new()
        {
            Kind = SessionKind.AssumedRole,
            Account = account.Id,
            PrincipalId = role.Id,
            PrincipalArn = role.ArnIn(account.Id).Text,
            SessionName = sessionName,
            SessionId = id,
            Issued = now,
            Expires = now + Life,
            Delivery = delivery,
            DeliveredTo = deliveredTo,
            FederationKeys = keys,
        }) ?? throw new InvalidOperationException("A session without policies and tags does not fit into its token.");
        happened(assumption.Granted(installation.Ids, region, now, role, issued));
        return new(issued.Contents.PrincipalArn, issued.AccessKeyId, issued.SecretAccessKey, issued.Token, now, issued.Contents.Expires);
    }

    /// <summary>Begins the session of a pod.</summary>
    /// <exception cref="PodRefusal">The token is not taken, or its service account has no role that may be had.</exception>
    internal async ValueTask<WorkloadCredentials> BeginPodAsync(PodCluster cluster, string token, CancellationToken cancel)
    {
        PodSession session;
        try
        {
            session = await PodSession.ProveAsync(installation, cluster, token, cancel);
        }
        catch (PodRefusal refusal)
        {
            happened(RefusalOf(cluster, refusal));
            throw;
        }

        var account = await AccountAsync(cluster.Account, cancel);
        var management = account is null ? null : await installation.Accounts.ManagementOfAsync(account, cancel);
        var now = Now;
        try
        {
            var (role, issued) = session.Begin(installation, account, management, now);
            happened(session.Assumption.Granted(installation.Ids, region, now, role, issued));
            return new(issued.Contents.PrincipalArn, issued.AccessKeyId, issued.SecretAccessKey, issued.Token, now, issued.Contents.Expires);
        }
        catch (PodRefusal refusal)
        {
            happened(refusal.Fault == PodFault.Denied
                ? session.Assumption.Denied(installation.Ids, region, now)
                : session.Assumption.Attempt(installation.Ids, region, now) with { ErrorCode = refusal.Answer.Code, ErrorMessage = refusal.Message });
            throw;
        }
    }

    // No role is asked for yet: what a node's own request would leave.
    private AuditEvent RefusalOf(PodCluster cluster, PodRefusal refusal) => new RoleAssumption(cluster.Account, "", PodSession.Service, "", 0, []).Attempt(installation.Ids, region, Now) with
    {
        Source = "eks-auth.amazonaws.com",
        Name = "AssumeRoleForPodIdentity",
        RequestParameters = JsonObjects.Write(json => json.WriteString("clusterName"u8, cluster.Name)),
        Resources = [],
        ErrorCode = refusal.Answer.Code,
        ErrorMessage = refusal.Message,
    };
}
