using Gatehouse.Accounts.Federation;

namespace Gatehouse.SignIn.Broker;

/// <summary>Which tokens of brokers were used, as long as they could be used again [AU-720].</summary>
/// <remarks>In memory, one for each node. What was made before it began may have been used before: it does not count. Thread-safe.</remarks>
/// <param name="clock">The one clock.</param>
public sealed class UsedTokens(TimeProvider clock)
{
    private readonly SpentIds spent = new();
    private readonly DateTimeOffset began = clock.GetUtcNow();

    /// <summary>Uses a token: of all who try, one does.</summary>
    /// <param name="account">The account.</param>
    /// <param name="id">The token's id.</param>
    /// <param name="made">When it was made.</param>
    /// <param name="ends">When it ends by itself.</param>
    public bool TryUse(string account, string id, DateTimeOffset made, DateTimeOffset ends) =>
        clock.GetUtcNow() is var now && made >= began && ends > now && spent.TrySpend(account, id, ends, now);
}
