using System.Text.Json;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Server.Audit;

/// <summary>Makes CloudTrail events of records.</summary>
internal static class AuditEvents
{
    // Global services are recorded in one region, as AWS records them.
    private static readonly string[] GlobalServices = ["iam", "organizations"];

    internal static AuditEvent Of(AuditRecord record, string eventId)
    {
        var contract = record.Destination?.Contract;
        var readOnly = record.Destination?.Operation is not { Changes: true };
        var changed = !readOnly || contract is { Service.Name: "sts" };
        var resource = record.Resource is { } arn ? AuditResource.Of(new Arn(arn)) : null;
        return new()
        {
            EventId = eventId,
            Account = record.Account ?? "",
            Identity = record.Caller is { } caller ? record.Recipient is null ? AuditIdentity.Of(caller) : AuditIdentity.Abroad(caller)
                : record.Proof is { } proof ? AuditIdentity.Of(proof)
                : record.Named ?? new() { Type = "Unknown" },
            Time = record.Time,
            Source = contract is null ? "gatehouse" : $"{contract.Service.SigningName}.amazonaws.com",
            Name = contract?.Name ?? "Unknown",
            Region = Array.IndexOf(GlobalServices, contract?.Service.Name) >= 0 ? "us-east-1" : record.Region,
            SourceAddress = record.Address?.ToString(),
            UserAgent = record.UserAgent,
            ErrorCode = record.Error is { } error ? contract?.Service.Protocol.Describe(error).Code ?? error.Code : null,
            ErrorMessage = record.Error?.Message,
            RequestParameters = AuditShapeWriter.WriteBounded(record.Message),
            ResponseElements = changed && record.Error is null ? AuditShapeWriter.WriteBounded(record.Response) : default,
            AdditionalData = Decision(record),
            RequestId = record.RequestId,
            ReadOnly = readOnly,
            SharedEventId = record.Error is null ? record.SharedEventId : null,
            Resources = resource is null ? [] : [resource],
        };
    }

    // Beyond CloudTrail's own fields: which kind of policy decided a denial.
    private static ReadOnlyMemory<byte> Decision(AuditRecord record) => record.Denial is not { } denial
        ? default
        : JsonSerializer.SerializeToUtf8Bytes(
            new() { ["decision"] = denial.Decision.Outcome.ToString(), ["decidedBy"] = denial.Decision.Layer.ToString(), ["action"] = denial.Check.Action },
            AuditDataJson.Default.DictionaryStringString);
}
