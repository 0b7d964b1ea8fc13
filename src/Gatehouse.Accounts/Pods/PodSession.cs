using System.Collections.Immutable;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Pods;

/// <summary>The session that EKS would begin for a pod: whose it is, of which role, and what is said of it [AU-831].</summary>
public sealed record PodSession
{
    /// <summary>The service that stands for pods in trust policies.</summary>
    public const string Service = "pods.eks.amazonaws.com";

    private const int MostPart = 11;
    private static readonly TimeSpan Life = TimeSpan.FromHours(6);

    private PodSession(PodCluster cluster, ProvenPod pod, PodAssociation association, string name)
    {
        (Cluster, Pod, Association, Name) = (cluster, pod, association, name);
        Tags =
        [
            new("eks-cluster-arn", cluster.Arn.Text, Transitive: true),
            new("eks-cluster-name", cluster.Name, Transitive: true),
            new("kubernetes-namespace", pod.Namespace, Transitive: true),
            new("kubernetes-service-account", pod.ServiceAccount, Transitive: true),
            new("kubernetes-pod-name", pod.Name, Transitive: true),
            new("kubernetes-pod-uid", pod.Uid, Transitive: true),
        ];
    }

    /// <summary>The cluster.</summary>
    public PodCluster Cluster { get; }

    /// <summary>The pod.</summary>
    public ProvenPod Pod { get; }

    /// <summary>What gives it the role.</summary>
    public PodAssociation Association { get; }

    /// <summary>The session's name.</summary>
    public string Name { get; }

    /// <summary>The session's tags.</summary>
    public ImmutableArray<SessionTag> Tags { get; }

    /// <summary>What the trail tells of it.</summary>
    public Audit.RoleAssumption Assumption => new(Cluster.Account, Association.RoleArn, Service, Name, Seconds, Tags);

    /// <summary>How long it lives, in seconds.</summary>
    public static int Seconds => (int)Life.TotalSeconds;

    /// <summary>Checks a token, and finds the role of its pod.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="cluster">The cluster whose token it is.</param>
    /// <param name="token">The token that Kubernetes projects into the pod.</param>
    /// <param name="cancel">Ends the wait for the issuer's keys.</param>
    /// <exception cref="PodRefusal">The token is not taken, or its service account has no role.</exception>
    public static async ValueTask<PodSession> ProveAsync(Installation installation, PodCluster cluster, string token, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(installation);
        ArgumentNullException.ThrowIfNull(cluster);
        try
        {
            var pod = installation.Proofs is { } proofs
                ? await proofs.CheckPodAsync(cluster, token, cancel)
                : throw new PodRefusal(PodFault.InvalidToken, "This installation takes nobody at a cluster's word.");
            var association = cluster.Find(pod.Namespace, pod.ServiceAccount)
                ?? throw new PodRefusal(PodFault.NotFound, $"No pod identity association found for service account {pod.ServiceAccount} in namespace {pod.Namespace} of cluster {cluster.Name}.");
            return new(cluster, pod, association, NameOf(cluster, pod, installation.Ids));
        }
        catch (ProofException refusal)
        {
            var fault = refusal.Fault switch { ProofFault.Expired => PodFault.ExpiredToken, ProofFault.Unreachable => PodFault.Unreachable, _ => PodFault.InvalidToken };
            throw new PodRefusal(fault, refusal.Message);
        }
    }

    /// <summary>Begins it, if the role trusts the service.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="account">The cluster's account; null when it does not exist.</param>
    /// <param name="management">The management account of its organization; null when it belongs to none.</param>
    /// <param name="now">The moment.</param>
    /// <exception cref="PodRefusal">The role does not trust the service, or is not there.</exception>
    public (Role Role, IssuedSession Issued) Begin(Installation installation, Account? account, Account? management, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(installation);
        var arn = Association.RoleArn;
        if (account is not { Exists: true, Profile.Suspended: false } || account.Roles.Find(arn[(arn.LastIndexOf('/') + 1)..]) is not { IsServiceLinked: false } role
            || role.ArnIn(account.Id).Text != arn || !Trusts(installation, account, management, role, now))
        {
            // AWS's words. A role that is not there looks like one that does not trust.
            throw new PodRefusal(PodFault.Denied, "Unauthorized Exception! EKS does not have permissions to assume the associated role.");
        }

        var issued = PackedSize.PercentOf(null, [], Tags) > 100 ? null : installation.TryIssue(account.Id, id => new()
        {
            Kind = SessionKind.AssumedRole,
            Account = account.Id,
            PrincipalId = role.Id,
            PrincipalArn = arn,
            SessionName = Name,
            SessionId = id,
            Issued = now,
            Expires = now + Life,
            Tags = Tags,
            Delivery = SessionDelivery.PodIdentity,
            DeliveredTo = Cluster.Arn.Text,
        });
        return (role, issued ?? throw new PodRefusal(PodFault.TooLarge, "The session tags of the pod take more space than a session has for them."));
    }

    private bool Trusts(Installation installation, Account account, Account? management, Role role, DateTimeOffset now) => RoleTrust.AllowsServiceItself(
        installation,
        account,
        management,
        role,
        Service,
        Name,
        [.. Tags.Select(tag => new Tag(tag.Key, tag.Value))],
        now,
        Cluster.Region,
        [
            new("aws:SourceArn", Cluster.Arn.Text),
            new("aws:SourceAccount", Cluster.Account),
            .. Tags.Select(tag => KeyValuePair.Create("sts:TransitiveTagKeys", tag.Key)),
        ]);

    // AWS: eks-CLUSTER-POD-UUID, where the names are cut so that the whole fits into the 64 characters of a session's name.
    private static string NameOf(PodCluster cluster, ProvenPod pod, IdSource ids) => $"eks-{Cut(cluster.Name)}-{Cut(pod.Name)}-{ids.NewUuid()}";

    private static string Cut(string name) => name.Length <= MostPart ? name : name[..MostPart];
}
