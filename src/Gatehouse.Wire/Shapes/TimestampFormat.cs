namespace Gatehouse.Wire;

/// <summary>How a moment is written down.</summary>
public enum TimestampFormat
{
    /// <summary>As the protocol and the place have it by default.</summary>
    Default,

    /// <summary><c>2026-01-15T00:00:00Z</c>.</summary>
    DateTime,

    /// <summary><c>Thu, 15 Jan 2026 00:00:00 GMT</c>.</summary>
    HttpDate,

    /// <summary>Seconds since 1970, with a fraction if there is one.</summary>
    EpochSeconds,
}
