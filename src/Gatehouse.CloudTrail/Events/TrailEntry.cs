using System.Text;
using Gatehouse.Accounts.Audit;
using Gatehouse.Contracts.CloudTrail.Shapes;

namespace Gatehouse.CloudTrail.Events;

/// <summary>One event, read, beside the text it was read from.</summary>
internal sealed class TrailEntry(ReadOnlyMemory<byte> json, DateTimeOffset written)
{
    /// <summary>What happened.</summary>
    internal AuditEvent Happened { get; } = AuditEvent.Read(json.Span);

    private DateTimeOffset Written => written;

    /// <summary>Whether it comes before another in a list that begins with the newest.</summary>
    /// <remarks>Events tell their time to the second; within one, the moment they were written tells nearly.</remarks>
    internal bool IsNewerThan(TrailEntry other) => (Happened.Time, Written).CompareTo((other.Happened.Time, other.Written)) >= 0;

    /// <summary>The event as the wire shows it.</summary>
    internal Event Describe() => new()
    {
        EventId = Happened.EventId,
        EventName = Happened.Name,
        ReadOnly = Happened.ReadOnly ? "true" : "false",
        AccessKeyId = Happened.Identity.AccessKeyId,
        EventTime = Happened.Time,
        EventSource = Happened.Source,
        Username = Happened.Identity.LookupName,
        Resources = Happened.Resources.Select(resource => new Resource { ResourceType = resource.Type, ResourceName = resource.Name }).ToList(),
        CloudTrailEvent = Encoding.UTF8.GetString(json.Span),
    };
}
