using System.Collections.Immutable;

namespace Gatehouse.Accounts;

/// <summary>A service in a report of accesses.</summary>
/// <param name="Namespace">Its prefix.</param>
/// <param name="Total">How many principals accessed it.</param>
public sealed record ReportedService(string Namespace, int Total)
{
    /// <summary>The last use by each principal that accessed it, newest first; in reports of organizations the newest alone.</summary>
    public ImmutableArray<ReportedUse> Uses { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its actions, where actions are told; null where they are not.</summary>
    public ImmutableArray<ReportedAction>? Actions { get; init; }
}
