using Gatehouse.Accounts.Entities;

namespace Gatehouse.Accounts;

/// <summary>What the operator asks of lasting access keys beyond what AWS does [AU-208, AU-340].</summary>
public sealed record KeyRules
{
    /// <summary>Nothing.</summary>
    public static KeyRules None { get; } = new();

    /// <summary>How old a key may be; null when it may be of any age. What is older is as good as none, and shown as expired [AU-208].</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Whether a key that is made inactive or deleted takes with it the sessions that were made from it; in AWS they live on [AU-340].</summary>
    public bool EndSessions { get; init; }

    /// <summary>Whether a key that was made at a moment is too old.</summary>
    public bool IsTooOld(DateTimeOffset created, DateTimeOffset now) => MaxAge is { } most && now - created > most;

    /// <summary>The status that people see: an active key that is too old has expired. What is stored stays as it is, so that it counts again when the rule goes.</summary>
    public KeyStatus StatusOf(AccessKey key, DateTimeOffset now) =>
        key.Status == KeyStatus.Active && IsTooOld(key.Created, now) ? KeyStatus.Expired : key.Status;
}
