namespace Gatehouse.Server.Requests;

/// <summary>How a request ended.</summary>
internal enum Outcome
{
    /// <summary>It was done.</summary>
    Succeeded,

    /// <summary>The caller was not authenticated or not allowed.</summary>
    Denied,

    /// <summary>The caller asked for something that cannot be done: a status of 400 to 499.</summary>
    Refused,

    /// <summary>We failed: a status of 500 and above.</summary>
    Failed,
}
