namespace Gatehouse.Server.Workloads;

/// <summary>What an agent has to tell an operator. No secret is in it.</summary>
internal static partial class AgentLog
{
    [LoggerMessage(40, LogLevel.Information, "Fetched credentials {AccessKeyId} of {Role}, good until {Expires:O}")]
    internal static partial void Fetched(this ILogger log, string accessKeyId, string role, DateTimeOffset expires);

    [LoggerMessage(41, LogLevel.Warning, "No credentials of {Role} could be fetched: {Reason}")]
    internal static partial void NotFetched(this ILogger log, string role, string reason);

    [LoggerMessage(42, LogLevel.Warning, "A pod of the cluster {Cluster} got no credentials: {Reason}")]
    internal static partial void NoPod(this ILogger log, string cluster, string reason);
}
