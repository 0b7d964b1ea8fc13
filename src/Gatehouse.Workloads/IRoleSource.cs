using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.Workloads;

/// <summary>Where the roles of workloads come from: the installation beside the listeners, or a server that is asked over the wire.</summary>
public interface IRoleSource
{
    /// <summary>The moment, in whole seconds.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The region that workloads are told they are in.</summary>
    string Region { get; }

    /// <summary>What tells the workloads of this machine from others with the same role; empty where all are beside one server.</summary>
    string Place { get; }

    /// <summary>The key that signs what instances say of themselves, with its certificate, which the caller disposes; null where there is none to sign with.</summary>
    /// <param name="cancel">Ends the wait.</param>
    ValueTask<X509Certificate2?> SignerAsync(CancellationToken cancel) => new((X509Certificate2?)null);

    /// <summary>Whether credentials that were given before are still good, as far as that can be told here: a session may have been ended.</summary>
    /// <param name="given">The credentials.</param>
    bool Stands(WorkloadCredentials given) => true;

    /// <summary>What the workload of a listener has; null when it has nothing.</summary>
    /// <param name="listener">The listener.</param>
    /// <param name="cancel">Ends the wait.</param>
    ValueTask<WorkloadRole?> FindAsync(WorkloadListener listener, CancellationToken cancel);

    /// <summary>Begins a session of the role that the workload of a listener has.</summary>
    /// <param name="listener">The listener.</param>
    /// <param name="session">What is to be said of it.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="WorkloadRefusal">The role may not be had, or whoever gives it cannot be asked now.</exception>
    ValueTask<WorkloadCredentials> BeginAsync(WorkloadListener listener, WorkloadSession session, CancellationToken cancel);

    /// <summary>Begins a session of the role that a pod's service account has.</summary>
    /// <param name="listener">The listener; it names the cluster.</param>
    /// <param name="token">The token that Kubernetes projects into the pod.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="Gatehouse.Accounts.Pods.PodRefusal">The token is not taken, or its service account has no role that may be had.</exception>
    /// <exception cref="WorkloadRefusal">Whoever asks in the pod's place may not, or cannot now.</exception>
    ValueTask<WorkloadCredentials> BeginPodAsync(WorkloadListener listener, string token, CancellationToken cancel);
}
