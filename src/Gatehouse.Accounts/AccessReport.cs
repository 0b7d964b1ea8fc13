using System.Collections.Immutable;

namespace Gatehouse.Accounts;

/// <summary>A report of which services were accessed when, as it was when it was asked for. Reaches the disk: names are never changed.</summary>
public sealed record AccessReport
{
    /// <summary>How long a report can be fetched.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>The job's id: a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The ARN of the user, group, role or policy; or the path of an organization's entity.</summary>
    public required string Subject { get; init; }

    /// <summary>Whether it speaks of an organization's accounts instead of an account's users and roles.</summary>
    public bool OfOrganization { get; init; }

    /// <summary><c>SERVICE_LEVEL</c> or <c>ACTION_LEVEL</c>; null in reports of organizations.</summary>
    public string? Granularity { get; init; }

    /// <summary>When it was asked for; it is complete then.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The unique ids of the users and roles that it speaks of.</summary>
    public ImmutableArray<string> Entities { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The services that could be accessed, in the order of their prefixes.</summary>
    public ImmutableArray<ReportedService> Services { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Why there is no report; null when there is one.</summary>
    public string? Failure { get; init; }
}
