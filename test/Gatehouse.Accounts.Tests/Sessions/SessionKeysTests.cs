using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Tests.Sessions;

/// <summary>AU-332: which key seals, which still opens, and when it is destroyed.</summary>
public sealed class SessionKeysTests
{
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task The_first_key_seals_at_once()
    {
        var tokens = await Tokens.Open();

        Assert.Equal(SessionTokenFault.None, tokens.Fault(tokens.Issue(tokens.Plain())));
    }

    [Fact]
    public async Task A_key_is_made_every_30_days_and_seals_after_5_minutes()
    {
        var tokens = await Tokens.Open();
        var first = KeyOf(tokens);
        tokens.Keys.Clock.Advance(TimeSpan.FromDays(30) - Instant);
        Assert.Empty(await tokens.Ring.TendAsync(Secrets.Keys.Patience));

        tokens.Keys.Clock.Advance(Instant);
        Assert.Matches("^Made the session key [0-9a-f]{8}.$", Assert.Single(await tokens.Ring.TendAsync(Secrets.Keys.Patience)));
        Assert.Empty(await tokens.Ring.TendAsync(Secrets.Keys.Patience));
        Assert.Equal(first, KeyOf(tokens));

        tokens.Keys.Clock.Advance(Spread - Instant);
        Assert.Equal(first, KeyOf(tokens));

        tokens.Keys.Clock.Advance(Instant);
        Assert.NotEqual(first, KeyOf(tokens));
    }

    [Fact]
    public async Task Without_care_the_old_key_goes_on_sealing()
    {
        var tokens = await Tokens.Open();
        var first = KeyOf(tokens);

        tokens.Keys.Clock.Advance(TimeSpan.FromDays(300));

        Assert.Equal(first, KeyOf(tokens));
        Assert.Equal(SessionTokenFault.None, tokens.Fault(tokens.Issue(tokens.Plain())));
    }

    [Fact]
    public async Task An_old_key_opens_until_37_hours_after_it_last_sealed_and_is_then_destroyed_BI_41()
    {
        var tokens = await Tokens.Open();
        tokens.Keys.Clock.Advance(TimeSpan.FromDays(30));
        await tokens.Ring.TendAsync(Secrets.Keys.Patience);
        var node = await Tokens.Open(tokens.Keys);
        var token = tokens.Issue(tokens.Plain(TimeSpan.FromDays(10)));
        Assert.Equal(SessionTokenFault.None, tokens.Fault(token));

        tokens.Keys.Clock.Advance(Spread + TimeSpan.FromHours(37) - Instant);
        Assert.Empty(await tokens.Ring.TendAsync(Secrets.Keys.Patience));
        Assert.Equal(SessionTokenFault.None, tokens.Fault(token));

        // It is over for those who remember the token, for those who do not, and before anyone has tended.
        tokens.Keys.Clock.Advance(Instant);
        Assert.Equal(SessionTokenFault.Unreadable, tokens.Fault(token));
        Assert.Equal(SessionTokenFault.Unreadable, node.Fault(token));

        Assert.Matches("^Destroyed the session key [0-9a-f]{8}: ", Assert.Single(await tokens.Ring.TendAsync(Secrets.Keys.Patience)));
        Assert.Single(await tokens.Keys.Rows("session-key"));
        Assert.Equal(SessionTokenFault.Unreadable, tokens.Fault(token));
        Assert.Equal(SessionTokenFault.None, tokens.Fault(tokens.Issue(tokens.Plain())));
    }

    [Fact]
    public async Task The_longest_session_outlives_the_change_of_keys()
    {
        var tokens = await Tokens.Open();
        tokens.Keys.Clock.Advance(TimeSpan.FromDays(30));
        await tokens.Ring.TendAsync(Secrets.Keys.Patience);
        tokens.Keys.Clock.Advance(Spread - Instant);
        var last = tokens.Issue(tokens.Plain(TimeSpan.FromHours(36)));

        for (var hour = 0; hour < 36; hour++)
        {
            Assert.Equal(SessionTokenFault.None, tokens.Fault(last));
            tokens.Keys.Clock.Advance(TimeSpan.FromHours(1));
            await tokens.Ring.TendAsync(Secrets.Keys.Patience);
        }

        Assert.Equal(SessionTokenFault.Expired, tokens.Fault(last));
    }

    [Fact]
    public async Task A_token_sealed_with_a_new_key_opens_on_nodes_that_have_read_it()
    {
        var here = await Tokens.Open();
        var there = await Tokens.Open(here.Keys);
        here.Keys.Clock.Advance(TimeSpan.FromDays(30));
        await here.Ring.TendAsync(Secrets.Keys.Patience);
        here.Keys.Clock.Advance(Spread);
        var token = here.Issue(here.Plain());
        Assert.Equal(SessionTokenFault.Unreadable, there.Fault(token));

        await there.Ring.ReloadAsync(Secrets.Keys.Patience);

        Assert.Equal(SessionTokenFault.None, there.Fault(token));
    }

    [Fact]
    public async Task An_emergency_ends_every_session_at_once_and_new_ones_work()
    {
        var here = await Tokens.Open();
        var there = await Tokens.Open(here.Keys);
        here.Keys.Clock.Advance(TimeSpan.FromDays(30));
        await here.Ring.TendAsync(Secrets.Keys.Patience);
        var token = here.Issue(here.Plain());
        Assert.Equal(SessionTokenFault.None, here.Fault(token));
        Assert.Equal(SessionTokenFault.None, there.Fault(token));

        await here.Ring.EndAllSessionsAsync(Secrets.Keys.Patience);

        Assert.Equal(SessionTokenFault.Unreadable, here.Fault(token));
        await there.Ring.ReloadAsync(Secrets.Keys.Patience);
        Assert.Equal(SessionTokenFault.Unreadable, there.Fault(token));
        Assert.Single(await here.Keys.Rows("session-key"));
        Assert.Equal(SessionTokenFault.None, there.Fault(here.Issue(here.Plain())));
        Assert.Equal(SessionTokenFault.None, here.Fault(there.Issue(there.Plain())));
    }

    [Fact]
    public async Task Sessions_that_start_while_all_end_are_good_or_gone_and_never_wrong()
    {
        var tokens = await Tokens.Open();
        using var done = new CancellationTokenSource();
        var issuing = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                tokens.Sessions.TryOpen(tokens.Issue(tokens.Plain()), Tokens.KeyId, out var contents, out var fault);
                Assert.True(fault == SessionTokenFault.None ? contents!.SessionName == "build-42" : fault == SessionTokenFault.Unreadable);
            }
        })).ToArray();

        for (var i = 0; i < 50; i++)
        {
            await tokens.Ring.EndAllSessionsAsync(Secrets.Keys.Patience);
        }

        await done.CancelAsync();
        await Task.WhenAll(issuing);
        Assert.Equal(SessionTokenFault.None, tokens.Fault(tokens.Issue(tokens.Plain())));
    }

    [Fact]
    public async Task New_accounts_do_not_make_the_opened_tokens_forgotten()
    {
        var tokens = await Tokens.Open();
        var before = tokens.Ring.Sessions;

        await tokens.Ring.PrepareAsync("999999999999", Secrets.Keys.Patience);
        await tokens.Ring.ReloadAsync(Secrets.Keys.Patience);

        Assert.Same(before, tokens.Ring.Sessions);
    }

    /// <summary>The id of the key that seals now.</summary>
    private static string KeyOf(Tokens tokens) => Convert.ToHexString(Convert.FromBase64String(tokens.Issue(tokens.Plain())).AsSpan(1, 4));
}
