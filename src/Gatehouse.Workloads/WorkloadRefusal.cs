namespace Gatehouse.Workloads;

/// <summary>Why a workload gets no credentials.</summary>
/// <param name="reason">The reason; no secret is in it.</param>
/// <param name="away">Whether nobody could be asked: what was given before is still good then.</param>
public sealed class WorkloadRefusal(string reason, bool away = false) : Exception(reason)
{
    /// <summary>Whether nobody could be asked.</summary>
    public bool Away => away;
}
