namespace Gatehouse.Server.Monitoring;

/// <summary>What monitoring has to tell an operator.</summary>
internal static partial class MonitoringLog
{
    [LoggerMessage(40, LogLevel.Error, "Not ready: {Problem}")]
    internal static partial void StoreLost(this ILogger log, string problem);

    [LoggerMessage(41, LogLevel.Warning, "Ready again: the store answers")]
    internal static partial void StoreBack(this ILogger log);

    [LoggerMessage(42, LogLevel.Warning, "The store could not say how it is")]
    internal static partial void StoreComplains(this ILogger log, Exception reason);
}
