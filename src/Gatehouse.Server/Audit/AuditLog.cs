namespace Gatehouse.Server.Audit;

/// <summary>What the audit lane has to tell an operator.</summary>
internal static partial class AuditLog
{
    [LoggerMessage(20, LogLevel.Error, "{Count} audit events of account {Account} could not be kept")]
    internal static partial void EventsLost(this ILogger log, Exception reason, int count, string account);
}
