namespace Gatehouse.Server.Hosting;

/// <summary>What hosting has to tell an operator.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(30, LogLevel.Information, "Keys: {Done}")]
    internal static partial void KeyTended(this ILogger log, string done);

    [LoggerMessage(32, LogLevel.Error, "The request {Request} could not be met and is tried again")]
    internal static partial void RequestFailed(this ILogger log, Exception reason, string request);

    [LoggerMessage(33, LogLevel.Error, "The credential report of account {Account} could not be made")]
    internal static partial void ReportFailed(this ILogger log, Exception reason, string account);

    [LoggerMessage(31, LogLevel.Warning, "The store is not available; what waits is written later")]
    internal static partial void UpkeepWaits(this ILogger log, Exception reason);

    [LoggerMessage(34, LogLevel.Warning, "The clock of this machine moved by {Seconds:F0} seconds against its steady clock: it was set, or the machine slept. Signatures, sessions and codes go by it")]
    internal static partial void ClockMoved(this ILogger log, double seconds);
}
