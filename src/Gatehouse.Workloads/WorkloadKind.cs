namespace Gatehouse.Workloads;

/// <summary>How a workload asks for its credentials.</summary>
public enum WorkloadKind
{
    /// <summary>As an EC2 instance: the instance metadata service.</summary>
    Instance,

    /// <summary>As an ECS task: the credentials endpoint of containers.</summary>
    Container,

    /// <summary>As a pod of a Kubernetes cluster: the endpoint of EKS's Pod Identity Agent.</summary>
    Pod,
}
