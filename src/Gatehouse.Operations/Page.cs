namespace Gatehouse.Operations;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="Marker">Where the next page begins, opaque to callers; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Marker)
{
    /// <summary>Whether there is more; null, which the wire leaves out, never: AWS always says.</summary>
    public bool IsTruncated => Marker is not null;
}
