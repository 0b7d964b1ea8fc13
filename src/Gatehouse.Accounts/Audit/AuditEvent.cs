namespace Gatehouse.Accounts.Audit;

/// <summary>That a request happened, allowed or not, in the words of a CloudTrail record.</summary>
/// <remarks>Immutable. It never holds a secret: whoever fills <see cref="RequestParameters"/> leaves sensitive members out.</remarks>
public sealed record AuditEvent
{
    /// <summary>The table of the notes that keep events; the key of a note is its <see cref="EventId"/>. Reaches the disk.</summary>
    public const string Table = "event";

    /// <summary>The stream of the events that changed nothing in their account; those that did stand in the account's own stream, beside the change.</summary>
    public static string StreamOf(string account) => "trail/" + account;

    /// <summary>The event's own id, a UUID.</summary>
    public required string EventId { get; init; }

    /// <summary>The account whose trail it stands in: <c>recipientAccountId</c>.</summary>
    public required string Account { get; init; }

    /// <summary>Who asked.</summary>
    public required AuditIdentity Identity { get; init; }

    /// <summary>When the request came. Written to the second, as CloudTrail does.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The service, such as <c>iam.amazonaws.com</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The operation, such as <c>CreateUser</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The region the request was signed for.</summary>
    public required string Region { get; init; }

    /// <summary>Where the request came from; null when it is not known.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>The client's name for itself, no longer than the trail keeps it; null when it gave none.</summary>
    public string? UserAgent { get; init => field = AuditText.Cut(value); }

    /// <summary>The code of the error that was answered, such as <c>AccessDenied</c>; null when none was.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The message of that error, no longer than the trail keeps it.</summary>
    public string? ErrorMessage { get; init => field = AuditText.Cut(value); }

    /// <summary>What was asked: one JSON value in UTF-8, without anything secret; empty for <c>null</c>.</summary>
    public ReadOnlyMemory<byte> RequestParameters { get; init; }

    /// <summary>What was answered by an operation that changed something: one JSON value in UTF-8, without anything secret; empty for <c>null</c>.</summary>
    public ReadOnlyMemory<byte> ResponseElements { get; init; }

    /// <summary>What there is to say beyond CloudTrail's fields: one JSON value in UTF-8; empty for nothing.</summary>
    public ReadOnlyMemory<byte> AdditionalData { get; init; }

    /// <summary>What a service did of its own, for events that no request is: one JSON value in UTF-8; empty for nothing.</summary>
    public ReadOnlyMemory<byte> ServiceDetails { get; init; }

    /// <summary>The request's id, as the answer told it; empty for what a service did of its own.</summary>
    public required string RequestId { get; init; }

    /// <summary>Whether the operation only looks.</summary>
    public required bool ReadOnly { get; init; }

    /// <summary>What the request was about; empty when it named nothing.</summary>
    public IReadOnlyList<AuditResource> Resources { get; init; } = [];

    /// <summary>What kind of thing happened: <c>AwsApiCall</c> for every request, <c>AwsServiceEvent</c> for what a service did of its own.</summary>
    public string EventType { get; init; } = "AwsApiCall";

    /// <summary>Joins the events that one request left in the trails of several accounts; null when it left one.</summary>
    public string? SharedEventId { get; init; }

    /// <summary>The event as one JSON object in UTF-8: what a note keeps, and what LookupEvents shows.</summary>
    public byte[] ToJson() => AuditJson.Write(this);

    /// <summary>Reads an event back.</summary>
    /// <exception cref="InvalidDataException">It is not an event of ours.</exception>
    public static AuditEvent Read(ReadOnlySpan<byte> json) => AuditJson.Read(json);
}
