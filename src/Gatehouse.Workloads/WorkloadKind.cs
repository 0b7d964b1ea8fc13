namespace Gatehouse.Workloads;

/// <summary>How a workload asks for its credentials.</summary>
public enum WorkloadKind
{
    /// <summary>As an EC2 instance: the instance metadata service.</summary>
    Instance,

    /// <summary>As an ECS task: the credentials endpoint of containers.</summary>
    Container,
}
