namespace Gatehouse.Iam;

/// <summary>Where things stand in lists that show the oldest first.</summary>
internal static class Places
{
    /// <summary>The place of a thing, unique and ascending in ordinal order.</summary>
    internal static string Of(DateTimeOffset made, string id) => $"{made.UtcTicks:D20}{id}";
}
