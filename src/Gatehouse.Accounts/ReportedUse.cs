namespace Gatehouse.Accounts;

/// <summary>A use in a report of accesses.</summary>
/// <param name="Entity">The ARN of the user or role; in reports of organizations the path of the account.</param>
/// <param name="Id">The unique id of the user or role, or the account's number.</param>
/// <param name="Time">When.</param>
/// <param name="Region">The region the request was signed for.</param>
public sealed record ReportedUse(string Entity, string Id, DateTimeOffset Time, string Region);
