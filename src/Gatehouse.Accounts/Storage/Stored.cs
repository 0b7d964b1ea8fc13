namespace Gatehouse.Accounts.Storage;

/// <summary>A stream as it is now.</summary>
/// <param name="Version">How many commits made it; 0 when it does not exist.</param>
/// <param name="Rows">The put rows that stand, in no particular order.</param>
public sealed record Stored(long Version, IReadOnlyList<Row> Rows);
