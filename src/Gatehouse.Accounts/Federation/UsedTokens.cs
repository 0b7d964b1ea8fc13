namespace Gatehouse.Accounts.Federation;

/// <summary>Which tokens that are good once were used, as long as they could be used again [AU-429, AU-720].</summary>
/// <remarks>In memory, one for each node. What was made before it began may have been used before: it does not count. Thread-safe.</remarks>
/// <param name="clock">The one clock.</param>
public sealed class UsedTokens(TimeProvider clock)
{
    private readonly SpentIds spent = new();
    private readonly DateTimeOffset began = clock.GetUtcNow();

    /// <summary>How many were not taken because there were too many to remember.</summary>
    public long TurnedAway => spent.TurnedAway;

    /// <summary>Uses a token: of all who try, one does.</summary>
    /// <param name="issuer">Who made it.</param>
    /// <param name="id">The token's id, unique with its issuer.</param>
    /// <param name="made">When it was made.</param>
    /// <param name="ends">When it ends by itself.</param>
    public bool TryUse(string issuer, string id, DateTimeOffset made, DateTimeOffset ends) =>
        made >= began && TryUse(issuer, id, ends);

    /// <summary>The same of what may have been made before it began.</summary>
    /// <param name="issuer">Who made it.</param>
    /// <param name="id">Its id, unique with its issuer.</param>
    /// <param name="ends">When it ends by itself.</param>
    public bool TryUse(string issuer, string id, DateTimeOffset ends) => spent.TrySpend(issuer, id, ends, clock.GetUtcNow());
}
