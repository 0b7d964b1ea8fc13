namespace Gatehouse.Server.Audit;

/// <summary>Writes a line for each request that an operator may want to see: changes and refusals; with the level Debug, every one.</summary>
/// <remarks>Called by the audit lane alone, so that no request waits for a log.</remarks>
internal sealed partial class RequestLog(ILogger<RequestLog> log)
{
    /// <summary>Whether a record gets a line.</summary>
    internal bool Wants(AuditRecord record) => record.Recipient is null && log.IsEnabled(LevelOf(record));

    /// <summary>Writes the line.</summary>
    internal void Write(AuditRecord record)
    {
        var level = LevelOf(record);
        if (!Wants(record))
        {
            return;
        }

        var contract = record.Destination?.Contract;
        var decision = record switch
        {
            { Denial: { } denial } => $"{denial.Decision.Outcome} by {denial.Decision.Layer}",
            { Caller: null } => "NotAuthenticated",
            { Resource: null, Error: not null } => "NotDecided",
            _ => "Allowed",
        };
        Answered(
            level,
            record.RequestId,
            record.Caller?.Arn.Text ?? "-",
            contract is null ? "-" : $"{contract.Service.SigningName}:{contract.Name}",
            record.Resource ?? "-",
            decision,
            record.Error is { } error ? contract?.Service.Protocol.Describe(error).Code ?? error.Code : "OK",
            record.Took.TotalMilliseconds);
    }

    private static LogLevel LevelOf(AuditRecord record) =>
        record.Error is not null || record.Destination?.Operation is { Changes: true } ? LogLevel.Information : LogLevel.Debug;

    [LoggerMessage(EventId = 10, Message = "{RequestId} {Principal} {Action} on {Resource}: {Decision}, {Code} in {Milliseconds:F1} ms")]
    private partial void Answered(
        LogLevel level, string requestId, string principal, string action, string resource, string decision, string code, double milliseconds);
}
