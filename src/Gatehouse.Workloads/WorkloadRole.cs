namespace Gatehouse.Workloads;

/// <summary>What a workload has at a moment.</summary>
public sealed record WorkloadRole
{
    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary>The name of the role; null when its instance profile holds none.</summary>
    public string? Name { get; init; }

    /// <summary>The ARN of the role; null when there is none.</summary>
    public string? Arn { get; init; }

    /// <summary>The ARN of the instance profile; null when there is none.</summary>
    public string? ProfileArn { get; init; }

    /// <summary>The id of the instance profile; null when there is none.</summary>
    public string? ProfileId { get; init; }
}
