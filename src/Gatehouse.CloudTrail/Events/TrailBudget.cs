namespace Gatehouse.CloudTrail.Events;

/// <summary>Bounds the work of one page, whatever a filter leaves out.</summary>
internal sealed class TrailBudget
{
    /// <summary>The most commits and events that are looked at for one page.</summary>
    internal const int Most = 5_000;

    private int left = Most;

    /// <summary>Takes one piece of work; false when there is none left.</summary>
    internal bool Take() => left-- > 0;
}
