namespace Gatehouse.Testing;

/// <summary>A clock that stands still until it is told to move.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by) => now += by;
}
