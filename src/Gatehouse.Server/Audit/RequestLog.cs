namespace Gatehouse.Server.Audit;

/// <summary>Writes a line for each request that an operator may want to see: changes and refusals; with the level Debug, every one. What a change warns of has a line of its own.</summary>
/// <remarks>Called by the audit lane alone, so that no request waits for a log.</remarks>
internal sealed partial class RequestLog(ILogger<RequestLog> log)
{
    /// <summary>Whether a record gets a line.</summary>
    internal bool Wants(AuditRecord record) => record.Recipient is null && (log.IsEnabled(LevelOf(record)) || Warns(record));

    /// <summary>Writes the line.</summary>
    internal void Write(AuditRecord record)
    {
        if (!Wants(record))
        {
            return;
        }

        if (Warns(record))
        {
            Warned(record.RequestId, record.Warning!);
        }

        var level = LevelOf(record);
        if (!log.IsEnabled(level))
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

    private bool Warns(AuditRecord record) => record is { Warning: not null, Error: null } && log.IsEnabled(LogLevel.Warning);

    private static LogLevel LevelOf(AuditRecord record) =>
        record.Error is not null || record.Destination?.Operation is { Changes: true } ? LogLevel.Information : LogLevel.Debug;

    [LoggerMessage(EventId = 10, Message = "{RequestId} {Principal} {Action} on {Resource}: {Decision}, {Code} in {Milliseconds:F1} ms")]
    private partial void Answered(
        LogLevel level, string requestId, string principal, string action, string resource, string decision, string code, double milliseconds);

    [LoggerMessage(EventId = 11, Level = LogLevel.Warning, Message = "{RequestId} {Warning}")]
    private partial void Warned(string requestId, string warning);
}
