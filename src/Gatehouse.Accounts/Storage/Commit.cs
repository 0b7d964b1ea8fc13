namespace Gatehouse.Accounts.Storage;

/// <summary>One append, as the store keeps it.</summary>
/// <param name="Position">Its place among the commits of all streams; grows, may have gaps.</param>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Version">The stream's version after it; the first commit makes 1.</param>
/// <param name="Time">When it was made, by the store's clock.</param>
/// <param name="Rows">Its rows, in the order they were given.</param>
public sealed record Commit(long Position, string Stream, long Version, DateTimeOffset Time, IReadOnlyList<Row> Rows);
