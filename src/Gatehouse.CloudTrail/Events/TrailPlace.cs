namespace Gatehouse.CloudTrail.Events;

/// <summary>Where in a stream to go on: before a version, past some of the events of the commit that made it. What is added on top moves nothing.</summary>
/// <param name="Before">The commits below this version are still to be looked at.</param>
/// <param name="Taken">How many events of the newest of them were looked at already.</param>
internal readonly record struct TrailPlace(long Before, int Taken)
{
    /// <summary>On top of everything.</summary>
    internal static TrailPlace Top => new(long.MaxValue, 0);

    /// <summary>Below everything.</summary>
    internal static TrailPlace End => new(0, 0);
}
