namespace Gatehouse.Server.Requests;

/// <summary>What the pipeline has to tell an operator.</summary>
internal static partial class PipelineLog
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId}: the store is not available")]
    internal static partial void StoreAway(this ILogger log, Exception reason, string requestId);

    [LoggerMessage(2, LogLevel.Error, "Request {RequestId} for {Operation} failed by our own mistake")]
    internal static partial void Mistake(this ILogger log, Exception reason, string requestId, string? operation);
}
