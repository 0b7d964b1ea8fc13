namespace Gatehouse.Accounts;

/// <summary>An action in a report of accesses.</summary>
/// <param name="Name">Its name without prefix.</param>
/// <param name="Last">Its last use; null when there was none.</param>
public sealed record ReportedAction(string Name, ReportedUse? Last);
