using Gatehouse.Accounts.Federation;
using Gatehouse.Testing;

namespace Gatehouse.Accounts.Tests.Federation;

/// <summary>What is good once is used once [AU-429, AU-720].</summary>
public sealed class UsedTokensTests
{
    private readonly TestClock clock = new(new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_token_is_used_once_and_another_account_s_is_another()
    {
        var (tokens, now) = (new UsedTokens(clock), clock.GetUtcNow());

        Assert.True(tokens.TryUse("1", "a", now, now.AddMinutes(15)));
        Assert.False(tokens.TryUse("1", "a", now, now.AddMinutes(15)));
        Assert.True(tokens.TryUse("2", "a", now, now.AddMinutes(15)));
    }

    [Fact]
    public void What_is_too_old_or_was_made_before_a_restart_does_not_count()
    {
        var (tokens, now) = (new UsedTokens(clock), clock.GetUtcNow());

        Assert.False(tokens.TryUse("1", "a", now.AddMilliseconds(-1), now.AddMinutes(15)));
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.False(tokens.TryUse("1", "b", now, now.AddMinutes(15)));
    }
}
